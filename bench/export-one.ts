import { main } from '../src/node/cli/main.ts';
import { processIo } from '../src/node/cli/process-io.ts';

// One export in a process of its own, for bench/exports.ts: prints its seconds and peak memory as JSON.
const [, , format = '', out = '', ledger = ''] = process.argv;
const started = performance.now();
const exitCode = await main(['export', format, '--out', out, '--ledger', ledger], processIo());
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`${JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`);
process.exitCode = exitCode;
