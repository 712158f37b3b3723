import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 keep the compiled code of our WebAssembly kernels, a few kilobytes, until the process ends. Freed while other
 * threads used the same kernels, it has ended a process of Node 24 ("Check failed: jit_page_->allocations_.erase").
 */
export function keepWasmCode(): void {
  setFlagsFromString('--no-wasm-code-gc');
}
