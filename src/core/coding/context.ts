import type { ActorMention } from '../language/actors/actor-mention.ts';
import type { DateMention } from '../language/dates/date-mention.ts';
import type { Doc } from '../language/doc.ts';
import type { NumberMention } from '../language/numbers/find-numbers.ts';
import { phrasesAt } from '../language/phrases.ts';
import type { PlaceMention } from '../language/places/find-places.ts';
import type { Speech } from '../language/speech/find-speech.ts';
import type { Sentence, Token } from '../language/token.ts';
import type { TokenRange, Tree } from '../language/tree.ts';
import type { Codebook } from './codebook.ts';

/** A document with its layers laid out by token, so that rules can ask what stands at or inside a range. */
export interface Context {
  readonly doc: Doc;
  readonly tree: Tree;
  readonly codebook: Codebook;
  readonly numberAt: readonly (NumberMention | null)[];
  readonly actorAt: readonly (ActorMention | null)[];
  readonly placeAt: readonly (PlaceMention | null)[];
  readonly dateAt: readonly (DateMention | null)[];
  /** Whether the report names any armed actor at all. */
  readonly namesArmed: boolean;
  /** Speeches whose content holds a token, innermost first; tokens that nobody is made to say have none. */
  readonly speechesAt: ReadonlyMap<number, readonly Speech[]>;
  /** Tokens of the words for speakers: "residents and a lawmaker" in "…, residents and a lawmaker said". */
  readonly speakerAt: ReadonlySet<number>;
}

/** Lays a document's layers out by token. */
export function contextOf(doc: Doc, codebook: Codebook): Context {
  const count = doc.tokens.length;
  return {
    doc,
    tree: doc.tree,
    codebook,
    numberAt: byToken(doc.numbers, count),
    actorAt: byToken(doc.actors, count),
    placeAt: byToken(
      doc.places.filter(({ span }) => !isDateline(doc, span)),
      count,
    ),
    dateAt: byToken(
      doc.dates.filter(({ span }) => !isDateline(doc, span)),
      count,
    ),
    namesArmed: doc.actors.some(isArmedMention),
    speechesAt: speechesByToken(doc.speeches),
    speakerAt: tokensOfSpeakers(doc.speeches),
  };
}

/** Whether words mean somebody under arms. */
export function isArmedMention({ status, ref }: ActorMention): boolean {
  return (
    status === 'combatant' ||
    ref.kind === 'military' ||
    ref.kind === 'armed-group' ||
    ref.kind === 'militia' ||
    ref.kind === 'police'
  );
}

/** Town and day in a dateline say where and when the report was written, not where or when anything happened. */
function isDateline({ report }: Doc, span: { readonly start: number; readonly end: number }): boolean {
  return report.dateline !== null && report.dateline.start <= span.start && span.end <= report.dateline.end;
}

function speechesByToken(speeches: readonly Speech[]): ReadonlyMap<number, readonly Speech[]> {
  const size = ({ content }: Speech) => content.reduce((sum, { start, end }) => sum + end - start, 0);
  const said = speeches.filter(({ negated }) => !negated).map(speech => ({ speech, size: size(speech) }));
  const at = new Map<number, Speech[]>();
  for (const { speech } of said.sort((a, b) => a.size - b.size)) {
    for (const { start, end } of speech.content) {
      for (let i = start; i < end; i += 1) {
        const known = at.get(i);
        if (known === undefined) at.set(i, [speech]);
        else known.push(speech);
      }
    }
  }
  return at;
}

function tokensOfSpeakers(speeches: readonly Speech[]): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { sourceRange } of speeches)
    if (sourceRange !== null) for (let i = sourceRange.start; i < sourceRange.end; i += 1) tokens.add(i);
  return tokens;
}

/** "abducting 30 others, | residents said": coordinated by a parse with what the speakers tell of. */
export function isOtherSpeaker({ speakerAt }: Context, head: number, conjunct: number): boolean {
  return speakerAt.has(conjunct) && !speakerAt.has(head);
}

function byToken<Layer extends { readonly tokenStart: number; readonly tokenEnd: number }>(
  layer: readonly Layer[],
  count: number,
): readonly (Layer | null)[] {
  const at: (Layer | null)[] = new Array(count).fill(null);
  for (const item of layer) for (let i = item.tokenStart; i < item.tokenEnd; i += 1) at[i] ??= item;
  return at;
}

/** The items of a layer that begin inside a range, in text order. */
export function within<Layer extends { readonly tokenStart: number }>(
  layerAt: readonly (Layer | null)[],
  range: TokenRange,
): readonly Layer[] {
  const found: Layer[] = [];
  for (let i = range.start; i < range.end; i += 1) {
    const item = layerAt[i];
    if (item !== null && item !== undefined && item !== found.at(-1)) found.push(item);
  }
  return found;
}

/** The sentence that holds a token. */
export function sentenceOf(context: Context, token: number): Sentence {
  return context.doc.sentences[context.doc.tokens[token].sentence];
}

/** The offsets of a range of tokens. Throws on an empty range: there are no words then. */
export function spanOf(tokens: readonly Token[], range: TokenRange): { readonly start: number; readonly end: number } {
  if (range.end <= range.start) throw new RangeError(`no tokens in [${range.start}, ${range.end})`);
  return { start: tokens[range.start].start, end: tokens[range.end - 1].end };
}

/** The words of a range as they stand in the text. */
export function wordsOf(doc: Doc, range: TokenRange): string {
  const { start, end } = spanOf(doc.tokens, range);
  return doc.report.text.slice(start, end);
}

/** The smallest range that holds both. */
export function hull(a: TokenRange, b: TokenRange): TokenRange {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Whether an entry of the harm lexicon begins at a token: a word such as "have" counts only with the rest of its phrase. */
export function tellsHarm(context: Context, at: number): boolean {
  return phrasesAt(context.tree.tokens, at, context.codebook.harmTriggers).length > 0;
}

/** Whether an entry of the event lexicon begins at a token. */
export function tellsEvent(context: Context, at: number): boolean {
  return phrasesAt(context.tree.tokens, at, context.codebook.eventTriggers).length > 0;
}
