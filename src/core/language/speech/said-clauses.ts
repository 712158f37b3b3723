import type { Sentence, Token } from '../token.ts';
import { childWith, subtree, type TokenRange, type Tree } from '../tree.ts';
import type { Quotations } from './quotations.ts';
import type { SayingVerb, Scene } from './scene.ts';
import { blockOf, isAsked, isClauseMark } from './speech-block.ts';
import { hasTense, isMark, isNoun } from './token-kinds.ts';

/** The clauses or quotations that are said: behind the words of saying, before them, or around them. */
export function saidClauses(scene: Scene, verb: SayingVerb): readonly TokenRange[] | null {
  const block = blockOf(scene, verb);
  const beside = verb.cue.frames.includes('clause') ? besideAsClause(scene, verb, block) : null;
  if (beside !== null) return beside;
  const around = verb.cue.frames.includes('clause') ? aroundParenthesis(scene, block) : null;
  if (around !== null) return around;
  const behind = clauseBehind(scene, verb, block);
  const before =
    verb.cue.frames.includes('clause') || quoteEndsAt(scene, block.start) ? clauseBefore(scene, verb, block) : null;
  if (before !== null && behind?.sure !== true) return [before, ...rest(scene, quoteEndsAt(scene, before.end), block)];
  return behind === null ? null : [behind.range];
}

/** "As the agency reported, twelve died", "twelve died, as the agency reported": all that stands beside the clause with "as". */
function besideAsClause(
  { tree: { tokens }, sentence, quotations }: Scene,
  { at, source }: SayingVerb,
  { start, end }: TokenRange,
): readonly TokenRange[] | null {
  const as = start - 1;
  if (source === null || source.inverted || source.relative !== null || !hasTense(tokens[at])) return null;
  if (as < sentence.tokenStart || !/^as$/i.test(tokens[as].text) || quotations.at[as] !== quotations.at[at])
    return null;
  const opens = tokens.slice(sentence.tokenStart, as).every(({ upos }) => upos === 'CCONJ');
  const closes = end >= sentence.tokenEnd || /^[.,;:)–—-]$/.test(tokens[end].text);
  if (!closes || !(opens || isMark(tokens[as - 1]))) return null;
  let stop = sentence.tokenEnd;
  while (stop > end && /^[.;:]$/.test(tokens[stop - 1].text)) stop -= 1;
  const sides = [
    { start: sentence.tokenStart, end: as - 1 },
    { start: end + 1, end: stop },
  ];
  const said = sides.filter(side => side.end - side.start > 2);
  return said.length === 0 ? null : said;
}

/** "In the long run, officials say, the raid could hurt": words of saying put between commas before the verb. */
function aroundParenthesis(
  { tree, sentence, quotations }: Scene,
  { start, end }: TokenRange,
): readonly TokenRange[] | null {
  const { tokens } = tree;
  if (quotations.at[start - 2] >= 0 || quotations.at[end + 1] >= 0) return null;
  if (start <= sentence.tokenStart + 1 || tokens[start - 1].text !== ',' || tokens[end]?.text !== ',') return null;
  const next = tree.tokens[end + 1];
  if (next === undefined || !(hasTense(next) || startsClause(tree, end + 1, sentence))) return null;
  const stop = /^[.]$/.test(tokens[sentence.tokenEnd - 1].text) ? sentence.tokenEnd - 1 : sentence.tokenEnd;
  return [
    { start: sentence.tokenStart, end: start - 1 },
    { start: end + 1, end: stop },
  ];
}

/** The clause or quotation behind the words of saying; `sure` where "that", a colon or the tree says so. */
function clauseBehind(
  scene: Scene,
  { at, cue, source }: SayingVerb,
  block: TokenRange,
): { readonly range: TokenRange; readonly sure: boolean } | null {
  const { tree, sentence, quotations } = scene;
  const next = tree.tokens[block.end];
  if (next === undefined || block.end >= sentence.tokenEnd) return null;
  if (next.text === ':') return clauseFrom(scene, block.end + 1, sentence.tokenEnd, true);
  if (tree.tokens[block.end + 1]?.text === ':' && /^that$/i.test(next.text)) return null;
  const quoteAt = next.text === ',' ? block.end + 1 : block.end;
  const quote = quotationFrom(quotations, quoteAt);
  if (quote !== null && !quoteEndsAt(scene, block.start)) return clauseFrom(scene, quoteAt, quote, true);
  const clause = childWith(tree, at, 'ccomp') ?? clauseOnVerb(tree, at);
  const hasClause = clause !== null && clause.index >= block.end && !(clause.index === source?.head);
  const opens = /^whether$/i.test(next.text) || (/^that$/i.test(next.text) && isClauseMark(tree.tokens, block.end));
  if (opens) return clauseFrom(scene, block.end, hasClause ? subtree(tree, clause.index).end : sentence.tokenEnd, true);
  if (next.text === ',' && !hasClause) return null;
  if (hasClause) {
    const range = subtree(tree, clause.index);
    const start = Math.max(next.text === ',' ? block.end + 1 : block.end, Math.min(range.start, clause.index));
    return clauseFrom(scene, start, range.end, next.text !== ',');
  }
  const verbNext = hasTense(next) && source !== null && !source.inverted;
  if (cue.frames.includes('that') || !(verbNext || startsClause(tree, block.end, sentence))) return null;
  return clauseFrom(scene, block.end, participleEnd(scene, at), false);
}

/** "Claims twelve men killed": a clause with a subject that a parse hangs on the verb as on a noun. */
function clauseOnVerb(tree: Tree, at: number): Token | null {
  const clause = childWith(tree, at, 'acl');
  return clause !== null && childWith(tree, clause.index, 'nsubj', 'nsubj:pass') !== null ? clause : null;
}

/** A range of what is said, widened to the end of a quotation that begins inside, without the full stop of its sentence. */
export function clauseFrom(
  { tree, sentence, quotations }: Scene,
  start: number,
  until: number,
  sure: boolean,
): { readonly range: TokenRange; readonly sure: boolean } | null {
  let end = until;
  if (end < sentence.tokenEnd && end > start && tree.tokens[end].upos !== 'CCONJ' && hasTense(tree.tokens[end])) {
    // The tree cut the clause in two ("said the town | had fallen").
    while (end < sentence.tokenEnd && !isMark(tree.tokens[end])) end += 1;
  }
  const last = quotations.at[Math.max(start, end - 1)];
  if (last >= 0) end = Math.max(end, quotations.ranges[last].end);
  while (end > start && /^(?:[.,;:–—-])$/.test(tree.tokens[end - 1].text)) end -= 1;
  return end - start < 1 ? null : { range: { start, end }, sure };
}

/** Where the quotation that begins at a token ends, null where none begins there. */
function quotationFrom({ at, ranges }: Quotations, index: number): number | null {
  const number = at[index] ?? -1;
  return number >= 0 && ranges[number].start === index ? ranges[number].end : null;
}

function quoteEndsAt({ tree, sentence, quotations: { at, ranges } }: Scene, end: number): boolean {
  const number = end > 0 ? (at[end - 1] ?? -1) : -1;
  if (number < 0 || ranges[number].end !== end) return false;
  return tree.tokens[end - 1].sentence === sentence.index || isAsked(tree, end - 1);
}

/** "Twelve died, police said": all from the start of the sentence, or of the quotation that ends there. */
function clauseBefore(scene: Scene, { at, source }: SayingVerb, block: TokenRange): TokenRange | null {
  const { tree, sentence, quotations } = scene;
  const { tokens } = tree;
  if (source?.relative != null) return null;
  if (quoteEndsAt(scene, block.start)) {
    const quote = quotations.ranges[quotations.at[block.start - 1]];
    return {
      start: Math.min(quote.start, quoteStandsAlone(tokens, quote, sentence) ? quote.start : sentence.tokenStart),
      end: block.start,
    };
  }
  if (block.start <= sentence.tokenStart + 1 || !isMark(tokens[block.start - 1])) return null;
  const left = { start: sentence.tokenStart, end: block.start - 1 };
  const next = tokens[block.end];
  const closes = next === undefined || block.end >= sentence.tokenEnd || isMark(next) || /^[.!?)]/.test(next.text);
  const clause = childWith(tree, at, 'ccomp', 'parataxis');
  const linked = clause !== null && clause.index < block.start && !startsClause(tree, block.end, sentence);
  return (closes || linked) && hasClause(tree, left) ? left : null;
}

/** Whether only the quotation stands in its sentence before the words of saying. */
function quoteStandsAlone(tokens: readonly Token[], quote: TokenRange, sentence: Sentence): boolean {
  if (quote.start <= sentence.tokenStart) return true;
  const lead = tokens.slice(sentence.tokenStart, quote.start);
  return lead.every(({ upos }) => upos === 'CCONJ' || upos === 'ADV' || upos === 'PUNCT');
}

/** What goes on behind words of saying that stand inside ("X, he said, Y"). */
function rest({ tree, sentence, quotations }: Scene, quoted: boolean, { end }: TokenRange): readonly TokenRange[] {
  const { tokens } = tree;
  if (end >= sentence.tokenEnd || !isMark(tokens[end])) return [];
  const start = /^[,;:–—-]+$/.test(tokens[end].text) ? end + 1 : end;
  if (start >= sentence.tokenEnd || tokens[start].upos === 'SCONJ' || /^(?:VBG|WP|WDT|WRB)$/.test(tokens[start].xpos))
    return [];
  const quote = quotationFrom(quotations, start);
  // "“We won,” she said, and left": the narrator goes on.
  if (quote === null && quoted && tokens[start].upos === 'CCONJ') return [];
  if (quote === null && isAside(tokens, start, sentence.tokenEnd)) return [];
  let stop = Math.max(quote ?? 0, sentence.tokenEnd);
  while (stop > start && /^[.,;:]$/.test(tokens[stop - 1].text)) stop -= 1;
  return stop - start >= 2 ? [{ start, end: stop }] : [];
}

/** ", a higher figure than the army gave": a noun phrase behind words of saying is the narrator's remark. */
function isAside(tokens: readonly Token[], start: number, end: number): boolean {
  if (!['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN'].includes(tokens[start].upos)) return false;
  for (let i = start; i < end; i += 1) {
    if (/^W/.test(tokens[i].xpos) || /^that$/i.test(tokens[i].text)) return true;
    if (hasTense(tokens[i])) return false;
  }
  return true;
}

function hasClause({ tokens }: Tree, { start, end }: TokenRange): boolean {
  for (let i = start; i < end; i += 1) {
    const { upos, label, xpos } = tokens[i];
    if (upos === 'AUX' || (upos === 'VERB' && (xpos !== 'VBG' || label === 'root'))) return true;
  }
  return false;
}

/** Whether a finite clause begins here: a subject before its verb within the sentence. */
function startsClause({ tokens }: Tree, from: number, sentence: Sentence): boolean {
  let subject = false;
  for (let i = from; i < Math.min(from + 25, sentence.tokenEnd); i += 1) {
    const { upos } = tokens[i];
    if (isNoun(tokens[i]) || upos === 'PRON') subject = true;
    else if (subject && hasTense(tokens[i])) return tokens[i - 1].upos !== 'CCONJ';
    else if (upos === 'VERB' && !subject) return false;
  }
  return false;
}

/** Where a participle's own clause ends: at the first comma ("Confirming the raid, the mayor …", "rebels, believed to be X, …"). */
export function participleEnd({ tree: { tokens }, sentence }: Scene, at: number): number {
  const opening = tokens[at].xpos === 'VBG' && at <= sentence.tokenStart + 1;
  const behindNoun = tokens[at].xpos === 'VBN' && /^(?:NOUN|PROPN|PUNCT)$/.test(tokens[at - 1]?.upos ?? '');
  if (!opening && !behindNoun) return sentence.tokenEnd;
  let end = at + 1;
  while (end < sentence.tokenEnd && tokens[end].text !== ',') end += 1;
  return end;
}
