import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AnalyzeOptions } from '../src/core/language/analyze.ts';

// Raw text to annotated document: casus beside wink-nlp and compromise, each in processes of its own, in turns, over the
// same seeded articles. `npm run bench:peers`; the libraries are installed into a temporary folder and taken away again.

const PEERS = ['wink-nlp@2.4.0', 'wink-eng-lite-web-model@1.8.1', 'compromise@14.17.0'];
const ENGINES = ['casus accurate', 'casus gated', 'casus fast', 'wink-nlp', 'compromise'] as const;
type Engine = (typeof ENGINES)[number];

const ROUNDS = 5;
const ARTICLES = 60;
const ARTICLE_WORDS = 400;
const ROOT = join(import.meta.dirname, '..');

/** What one process measured. */
interface Run {
  readonly readyMs: number;
  readonly articlesPerSecond: number;
  readonly rssMb: number;
  readonly made: Readonly<Record<string, number>>;
}

/** Reads one article and counts what came of it. */
type Read = (text: string) => Readonly<Record<string, number>>;

const { values } = parseArgs({ options: { engine: { type: 'string' }, peers: { type: 'string' } } });
if (values.engine === undefined) compare();
else console.log(JSON.stringify(await measure(values.engine as Engine, values.peers ?? '')));

function compare(): void {
  const peers = mkdtempSync(join(tmpdir(), 'casus-peers-'));
  try {
    writeFileSync(join(peers, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--prefix', peers, '--no-audit', '--no-fund', '--loglevel=error', ...PEERS]);
    const runs = new Map<Engine, Run[]>(ENGINES.map(engine => [engine, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const engine of ENGINES) {
        const args = [import.meta.filename, '--engine', engine, '--peers', peers];
        runs.get(engine)?.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
      }
    }
    print(runs);
  } finally {
    rmSync(peers, { recursive: true, force: true });
  }
}

function print(runs: ReadonlyMap<Engine, readonly Run[]>): void {
  const of = (engine: Engine, field: 'readyMs' | 'articlesPerSecond' | 'rssMb') =>
    median((runs.get(engine) ?? []).map(run => run[field]));
  const ratio = (engine: Engine, field: 'readyMs' | 'articlesPerSecond' | 'rssMb') =>
    (of(engine, field) / of('casus accurate', field)).toFixed(2);
  console.log(`medians of ${ROUNDS} runs in turns, as ratios to casus accurate`);
  console.log('| engine | articles a second | ready | memory | what it made of the articles |\n|---|---|---|---|---|');
  for (const [engine, [run]] of runs) {
    const made = Object.entries(run?.made ?? {}).map(([name, count]) => `${name} ${count}`);
    const ratios = (['articlesPerSecond', 'readyMs', 'rssMb'] as const).map(field => ratio(engine, field));
    console.log(`| ${engine} | ${ratios.join(' | ')} | ${made.join(', ')} |`);
  }
}

async function measure(engine: Engine, peers: string): Promise<Run> {
  const texts = articles();
  const started = performance.now();
  const read = await open(engine, peers);
  read('Nine soldiers were killed near Gao.');
  const readyMs = performance.now() - started;
  for (const text of texts.slice(0, 10)) read(text);
  const before = process.cpuUsage();
  const made: Record<string, number> = {};
  for (const text of texts) {
    for (const [name, count] of Object.entries(read(text))) made[name] = (made[name] ?? 0) + count;
  }
  const { user, system } = process.cpuUsage(before);
  const articlesPerSecond = texts.length / ((user + system) / 1e6);
  return { readyMs, articlesPerSecond, rssMb: process.memoryUsage().rss / 1e6, made };
}

async function open(engine: Engine, peers: string): Promise<Read> {
  if (engine === 'casus accurate') return openCasus('accurate');
  if (engine === 'casus gated') return openCasus('gated');
  if (engine === 'casus fast') return openCasus('fast');
  const require = createRequire(join(peers, 'package.json'));
  return engine === 'wink-nlp' ? openWink(require) : openCompromise(require);
}

async function openCasus(reading: 'accurate' | 'gated' | 'fast'): Promise<Read> {
  const [{ loadCodebook, loadResources }, { analyze }, { readReport }, { relevanceGate }] = await Promise.all([
    import('../src/node/resources/load.ts'),
    import('../src/core/language/analyze.ts'),
    import('../src/core/ingest/index.ts'),
    import('../src/core/coding/relevance-gate.ts'),
  ]);
  const resources = loadResources();
  const options: AnalyzeOptions =
    reading === 'gated' ? { matters: relevanceGate(loadCodebook(), resources.models.lemmas) } : { mode: reading };
  return text => {
    const doc = analyze(readReport({ text }).value, resources, options).value;
    const { tokens, sentences, names, actors, numbers, dates, places, speeches } = doc;
    return {
      tokens: tokens.length,
      sentences: sentences.length,
      'tree edges': tokens.length - sentences.length,
      names: names.length,
      actors: actors.length,
      numbers: numbers.length,
      times: dates.length,
      'places with coordinates': places.filter(({ place }) => place.lat !== null).length,
      'speakers of content': speeches.length,
    };
  };
}

function openWink(require: NodeJS.Require): Read {
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
  return text => {
    const doc = nlp.readDoc(text);
    return {
      tokens: doc.tokens().length(),
      sentences: doc.sentences().length(),
      'entities (dates, numbers, money …)': doc.entities().length(),
    };
  };
}

function openCompromise(require: NodeJS.Require): Read {
  const nlp = require('compromise');
  return text => {
    const doc = nlp(text);
    return {
      tokens: doc.terms().length,
      sentences: doc.sentences().length,
      'people, places, organisations': doc.topics().length,
      numbers: doc.numbers().length,
    };
  };
}

/** Articles of as many words each, of the example reports in an order that a seed gives: every process gets the same. */
function articles(): readonly string[] {
  const folder = join(ROOT, 'examples/reports');
  const sentences = readdirSync(folder)
    .sort()
    .flatMap(name =>
      readFileSync(join(folder, name), 'utf8')
        .replace(/^---.*?---\n/s, '')
        .split(/\n\n+/),
    );
  let state = 20261125;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: ARTICLES }, () => {
    const paragraphs: string[] = [];
    let words = 0;
    while (words < ARTICLE_WORDS) {
      const paragraph = sentences[Math.floor(next() * sentences.length)] ?? '';
      paragraphs.push(paragraph);
      words += paragraph.split(/\s+/).length;
    }
    return paragraphs.join('\n\n');
  });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
