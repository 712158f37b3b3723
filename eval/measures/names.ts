import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageModels } from '../../src/core/language/syntax/language-models.ts';
import { readSentences } from '../../src/core/language/syntax/read-sentences.ts';
import type { Measure, MeasureOptions, MeasureResult, WrongCase } from '../measure.ts';
import { readingMode } from '../reading-mode.ts';

/** One sentence of a names file: gold tokens, names as half-open token spans. */
interface Sentence {
  readonly id: string | number;
  readonly tokens: readonly string[];
  readonly entities: readonly { readonly i: number; readonly j: number; readonly type: string }[];
}

/** The three classes that are scored, by what each data set calls them; other types are no names here. */
const kinds: Readonly<Record<string, string>> = {
  ...{ PER: 'PER', ORG: 'ORG', LOC: 'LOC' },
  ...{ per: 'PER', org: 'ORG', geo: 'LOC', gpe: 'LOC' },
  ...{ person: 'PER', group: 'ORG', corporation: 'ORG', location: 'LOC' },
};

export const measure: Measure = {
  name: 'names',
  about: 'names of persons, organisations and places on gold words, each sentence by itself',
  data: [
    'corpora/language/gmb_ner_dev.jsonl',
    'corpora/language/uner_ewt_dev.jsonl',
    'corpora/language/wnut17_dev.jsonl',
  ],
  scores: {
    f1: { beat: 0.747, noise: 0.002 },
    per_f1: { beat: null },
    org_f1: { beat: null },
    loc_f1: { beat: null },
  },
  run,
};

function run(dataPath: string, { mode }: MeasureOptions): MeasureResult {
  const models = LanguageModels.from(readFileSync(join(import.meta.dirname, '../../models/language.bin')));
  const lines = readFileSync(dataPath, 'utf8').split('\n');
  const sentences: Sentence[] = lines.filter(line => line.trim() !== '').map(line => JSON.parse(line));
  // The Groningen Meaning Bank counts peoples as places, and a person's title as part of the name; the others do not.
  const broad = sentences.some(({ entities }) => entities.some(({ type }) => type === 'geo' || type === 'gpe'));
  const started = performance.now();
  const words = readSentences(
    sentences.map(({ tokens }) => tokens),
    models,
    readingMode(mode),
  );
  const seconds = (performance.now() - started) / 1000;
  const errors: WrongCase[] = [];
  const counts = new Map<string, { right: number; found: number; gold: number }>();
  const count = (kind: string, field: 'right' | 'found' | 'gold', names: ReadonlySet<string>): void => {
    const own = [...names].filter(name => kind === 'f1' || name.startsWith(kind)).length;
    const before = counts.get(kind) ?? { right: 0, found: 0, gold: 0 };
    counts.set(kind, { ...before, [field]: before[field] + own });
  };
  sentences.forEach(({ id, tokens, entities }, s) => {
    const gold = new Set(
      entities.flatMap(({ i, j, type }) => (kinds[type] === undefined ? [] : [`${kinds[type]} ${i} ${j}`])),
    );
    const found = new Set(
      spansOf(
        words[s].map(({ name }) => name),
        broad,
      ),
    );
    const right = new Set([...found].filter(name => gold.has(name)));
    for (const kind of ['f1', 'PER', 'ORG', 'LOC']) {
      count(kind, 'right', right);
      count(kind, 'found', found);
      count(kind, 'gold', gold);
    }
    for (const name of found) if (!gold.has(name)) errors.push(wrong(id, tokens, name, 'found'));
    for (const name of gold) if (!found.has(name)) errors.push(wrong(id, tokens, name, 'missed'));
  });
  const f1 = (kind: string): number => {
    const { right, found, gold } = counts.get(kind) ?? { right: 0, found: 0, gold: 0 };
    return found + gold === 0 ? 0 : (2 * right) / (found + gold);
  };
  const scores = { f1: f1('f1'), per_f1: f1('PER'), org_f1: f1('ORG'), loc_f1: f1('LOC') };
  return { records: sentences.length, seconds, scores, errors };
}

/** Names as `kind i j` from the label of each token, in the convention of the data set. */
function spansOf(labels: readonly string[], broad: boolean): string[] {
  const spans: string[] = [];
  for (let i = 0; i < labels.length; ) {
    const kind = labels[i].slice(2);
    let end = i + 1;
    while (end < labels.length && labels[end] === `I-${kind}`) end++;
    if (broad && kind === 'TITLE') {
      if (labels[end] === 'B-PER') end++;
      while (end < labels.length && labels[end] === 'I-PER') end++;
      spans.push(`PER ${i} ${end}`);
    } else if (kind === 'NORP' && broad) spans.push(`LOC ${i} ${end}`);
    else if (kind === 'PER' || kind === 'ORG' || kind === 'LOC') spans.push(`${kind} ${i} ${end}`);
    i = end;
  }
  return spans;
}

function wrong(id: string | number, tokens: readonly string[], name: string, how: string): WrongCase {
  const [kind, i, j] = name.split(' ');
  return {
    id: String(id),
    what: `${how} ${kind} ${tokens.slice(Number(i), Number(j)).join(' ')}`,
    text: tokens.join(' '),
  };
}
