import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { trainingSteps } from './steps.ts';

const usage = `Trains everything that casus ships trained, from ../shared, the same bytes each time.

  npm run train                                  all steps, in order
  npm run train -- factuality place-names        these steps only, with the other files as they are
  npm run train -- --share 0.02 --output tiny    a share of the data and rounds, written below tiny/

Steps: ${trainingSteps.map(({ name }) => name).join(', ')}
`;

/** Runs the training steps that the command line names. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      share: { type: 'string', default: '1' },
      output: { type: 'string', default: join(import.meta.dirname, '..') },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const share = Number(values.share);
  const unknown = positionals.filter(name => !trainingSteps.some(step => step.name === name));
  if (values.help || unknown.length > 0 || !(share > 0 && share <= 1)) {
    if (unknown.length > 0) process.stderr.write(`no step is called ${unknown.join(', ')}\n\n`);
    else if (!values.help) process.stderr.write(`--share is a number above 0 and up to 1, not ${values.share}\n\n`);
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const steps =
    positionals.length === 0 ? trainingSteps : trainingSteps.filter(({ name }) => positionals.includes(name));
  const made = new Map<string, Uint8Array>();
  for (const { name, file, make } of steps) {
    log(`${name}: begun`);
    const bytes = await make({ share, log, made: path => made.get(path) ?? readFileSync(join(values.output, path)) });
    made.set(file, bytes);
    mkdirSync(dirname(join(values.output, file)), { recursive: true });
    writeFileSync(join(values.output, file), bytes);
    log(`${file} ${(bytes.length / 1e6).toFixed(2)} MB, sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
  }
}

const started = performance.now();

function log(line: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
}

await main();
