import { defineConfig } from 'vitest/config';
import { keepWasmCode } from './src/node/resources/keep-wasm-code.ts';

// Before the first thread compiles a kernel.
keepWasmCode();

// One process of worker threads without isolation: tests share no state (STYLE.md), so they need none.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.ts', 'test/**/*.test.ts', 'eval/**/*.test.ts', 'train/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // Without it a machine of two cores would use one.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
});
