import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { cardOf, sha256Of, stamped } from './cards.ts';
import { type TrainingStep, trainingSteps } from './steps.ts';

const usage = `Trains everything that casus ships trained, from ../shared, the same bytes each time.

  npm run train                                  all steps, in order; size and sha256 go into the cards of models/
  npm run train -- factuality place-names        these steps only, with the other files as they are
  npm run train -- --check                       train and write nothing: is each file the one that ships?
  npm run train -- --check --output fresh        the same, and keep what was trained below fresh/
  npm run train -- --cards                       train nothing: write size and sha256 of the files into their cards
  npm run train -- --share 0.02 --output tiny    a share of the data and rounds, written below tiny/

Steps: ${trainingSteps.map(({ name }) => name).join(', ')}
`;

const root = join(import.meta.dirname, '..');
const started = performance.now();

/** Runs the training steps that the command line names. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      share: { type: 'string', default: '1' },
      output: { type: 'string' },
      check: { type: 'boolean', default: false },
      cards: { type: 'boolean', default: false },
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
  if (values.cards) for (const { file } of steps) stampCard(root, file, readFileSync(join(root, file)));
  else await train(steps, { share, output: values.output ?? (values.check ? null : root), isCheck: values.check });
}

interface Run {
  readonly share: number;
  /** Where files are written; null where they are not. */
  readonly output: string | null;
  /** Whether to say if each file is the one that ships. */
  readonly isCheck: boolean;
}

async function train(steps: readonly TrainingStep[], { share, output, isCheck }: Run): Promise<void> {
  const made = new Map<string, Uint8Array>();
  for (const { name, file, make } of steps) {
    log(`${name}: begun`);
    const bytes = await make({
      share,
      log,
      made: path => made.get(path) ?? readFileSync(join(output ?? root, path)),
    });
    made.set(file, bytes);
    log(`${file} ${(bytes.length / 1e6).toFixed(2)} MB, sha256 ${sha256Of(bytes)}`);
    if (isCheck) tell(file, bytes);
    if (output === null) continue;
    mkdirSync(dirname(join(output, file)), { recursive: true });
    writeFileSync(join(output, file), bytes);
    stampCard(output, file, bytes);
  }
}

/** Says whether a freshly trained file is the one that ships; the command fails where one is not. */
function tell(file: string, bytes: Uint8Array): void {
  const isSame = existsSync(join(root, file)) && Buffer.compare(readFileSync(join(root, file)), bytes) === 0;
  if (!isSame) process.exitCode = 1;
  console.log(`${file} ${isSame ? 'is what the training gives' : 'differs from what the training gives'}`);
}

function stampCard(folder: string, file: string, bytes: Uint8Array): void {
  const card = cardOf(file);
  const path = join(folder, card ?? '');
  if (card === null || !existsSync(path)) return;
  writeFileSync(path, stamped(readFileSync(path, 'utf8'), file, bytes));
}

function log(line: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
}

await main();
