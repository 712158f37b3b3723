import { hashText } from '../../base/hash.ts';
import type { Token } from '../token.ts';
import type { Gazetteer } from './gazetteer.ts';
import { isCapitalised, type NameSpan } from './name-spans.ts';

/** What a name that the gazetteer knows may be in a text. */
export const nameClasses = ['place', 'demonym', 'organisation', 'person', 'other'] as const;
export type NameClass = (typeof nameClasses)[number];

/** Slots of hashed features; a power of two. */
export const nameModelSlots = 1 << 16;
/** Weights are kept as whole numbers: `round(weight * 16)`. */
export const nameModelScale = 16;

/** How likely each class is, in the order of nameClasses; they add up to 1. */
export function classifyName(tokens: readonly Token[], span: NameSpan, gazetteer: Gazetteer): readonly number[] {
  const sums = new Array<number>(nameClasses.length).fill(0);
  if (gazetteer.nameModel.length === 0) return priorOf(span);
  for (const slot of nameFeatures(tokens, span, gazetteer)) {
    for (let c = 0; c < sums.length; c++) sums[c] += gazetteer.nameModel[slot * nameClasses.length + c];
  }
  return softmax(sums.map(sum => sum / nameModelScale));
}

/** The slots of a span's features: its words, what stands round it, and what the gazetteer says of it. */
export function nameFeatures(tokens: readonly Token[], span: NameSpan, gazetteer: Gazetteer): number[] {
  const { tokenStart, tokenEnd } = span;
  const first = tokens[tokenStart];
  const last = tokens[tokenEnd - 1];
  const sentence = first.sentence;
  const at = (index: number): Token | undefined => (tokens[index]?.sentence === sentence ? tokens[index] : undefined);
  const word = (index: number): string => at(index)?.text.toLowerCase() ?? '-';
  const facts = factsOf(span, gazetteer);
  const [b1, a1] = [word(tokenStart - 1), word(tokenEnd)];
  const [b2, a2] = [word(tokenStart - 2), word(tokenEnd + 1)];
  const [bp, ap] = [at(tokenStart - 1)?.upos ?? '-', at(tokenEnd)?.upos ?? '-'];
  const before = isCapitalised(at(tokenStart - 1));
  const after = isCapitalised(at(tokenEnd));
  const governor = first.head === first.index ? 'root' : (at(last.head)?.lemma ?? '-');
  const join = `${before ? 'C' : 'c'}${after ? 'C' : 'c'}`;
  const shape = `${span.mode}${shapeOf(first.text)}`;
  return [
    'bias',
    `m:${span.mode}`,
    `k:${span.key}`,
    `f:${first.text.toLowerCase()}`,
    `l:${last.text.toLowerCase()}`,
    `n:${tokenEnd - tokenStart}`,
    `s:${shape}`,
    `g:${facts.kind}`,
    `gs:${facts.kind}:${facts.size}`,
    `gm:${facts.match}:${facts.kind}`,
    `gc:${facts.count}:${facts.size}`,
    `ge:${facts.events}:${join}`,
    `j:${join}:${facts.kind}:${facts.size}`,
    `b1:${b1}`,
    `a1:${a1}`,
    `b1k:${b1}:${facts.kind}`,
    `a1k:${a1}:${facts.kind}`,
    `b2:${b2}:${b1}`,
    `a2:${a1}:${a2}`,
    `bb:${b2}`,
    `aa:${a2}`,
    `w:${b1}:${a1}`,
    `bp:${bp}:${at(tokenStart - 2)?.upos ?? '-'}`,
    `ap:${ap}:${at(tokenEnd + 1)?.upos ?? '-'}`,
    `p:${last.upos}:${bp}:${ap}:${join}`,
    `x:${last.xpos}:${facts.kind}:${facts.match}`,
    `d:${last.label}:${facts.kind}`,
    `h:${last.label}:${governor}`,
    `i:${tokenStart === 0 || at(tokenStart - 1) === undefined}:${facts.size}:${facts.kind}`,
    `z:${last.text.slice(-3).toLowerCase()}:${facts.size}`,
    `ks:${span.key}:${shape}`,
  ].map(feature => hashText(feature) & (nameModelSlots - 1));
}

interface Facts {
  readonly kind: string;
  readonly match: string;
  readonly size: number;
  readonly events: number;
  readonly count: number;
}

/** The most telling reading of a name: its greatest place, and how many there are. */
function factsOf(span: NameSpan, gazetteer: Gazetteer): Facts {
  let best = { kind: '-', match: '-', rank: -1, people: 0 };
  let events = 0;
  for (const hit of span.hits) {
    const kind = gazetteer.kind(hit.entry);
    const weight = gazetteer.weight(hit.entry);
    const rank =
      weight.people +
      weight.events +
      (hit.match === 'name' ? 3 : 0) +
      (kind === 'country' ? 30 : kind === 'admin1' ? 15 : 0);
    events = Math.max(events, weight.events);
    if (rank > best.rank) best = { kind, match: hit.match, rank, people: weight.people };
  }
  return {
    kind: best.kind,
    match: best.match,
    size: Math.floor(best.people / 3),
    events: Math.floor(events / 3),
    count: Math.min(4, Math.floor(Math.log2(span.hits.length))),
  };
}

function shapeOf(text: string): string {
  if (text === text.toUpperCase()) return text.length <= 4 ? 'AA' : 'AAA';
  return isLower(text) ? 'a' : 'Aa';
}

function isLower(text: string): boolean {
  return text === text.toLowerCase();
}

function priorOf(span: NameSpan): readonly number[] {
  return span.hits.every(hit => hit.match === 'demonym') ? [0.1, 0.9, 0, 0, 0] : [0.8, 0.05, 0.05, 0.05, 0.05];
}

function softmax(sums: readonly number[]): readonly number[] {
  const most = Math.max(...sums);
  const powers = sums.map(sum => Math.exp(sum - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map(power => power / total);
}
