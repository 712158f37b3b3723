import type { Token } from '../token.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { NameSpan } from './name-spans.ts';
import type { Reading } from './resolve-names.ts';
import type { WeighedName } from './weigh-names.ts';

/** What a place name does in its sentence. */
export type PlaceRole = 'location' | 'government' | 'demonym' | 'name-part';

const subjects: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'csubj', 'obl:agent']);
const objects: ReadonlySet<string> = new Set(['obj', 'iobj']);

/** The role of a name, and the reason in words. */
export function roleOf(
  { span, part, chance }: WeighedName,
  readings: readonly Reading[],
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): { role: PlaceRole; reason: string } {
  const best = readings[0];
  if (part && chance < 0.5) return { role: 'name-part', reason: 'part of the name of an organisation' };
  if (best?.match === 'demonym') return { role: 'demonym', reason: 'an adjective or a name of inhabitants' };
  const speaker = best && maySpeak(best, gazetteer) ? speechOf(span, tokens, gazetteer) : null;
  if (speaker) return { role: 'government', reason: `takes part in "${speaker}": the government that sits there` };
  return { role: 'location', reason: 'a name of a place' };
}

/** Countries and capitals speak and act; towns seldom do. */
function maySpeak(best: Reading, gazetteer: Gazetteer): boolean {
  const kind = gazetteer.kind(best.entry);
  return kind === 'country' || kind === 'capital';
}

/** The verb of speech whose subject or addressee the name is, alone or joined to another. */
function speechOf(span: NameSpan, tokens: readonly Token[], gazetteer: Gazetteer): string | null {
  let token = headOf(span, tokens);
  for (let steps = 0; token.label === 'conj' && steps < 5; steps++) token = tokens[token.head];
  const verb = tokens[token.head];
  const lemma = verb.lemma.toLowerCase();
  const { speech, address } = gazetteer.words;
  return (subjects.has(token.label) && speech.has(lemma)) || (objects.has(token.label) && address.has(lemma))
    ? verb.text
    : null;
}

/** The token of a name whose governor stands outside it. */
export function headOf(
  span: { readonly tokenStart: number; readonly tokenEnd: number },
  tokens: readonly Token[],
): Token {
  for (let i = span.tokenStart; i < span.tokenEnd; i++) {
    const { head } = tokens[i];
    if (head < span.tokenStart || head >= span.tokenEnd || head === i) return tokens[i];
  }
  return tokens[span.tokenEnd - 1];
}
