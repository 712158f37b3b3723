import type { Sentence, Token } from '../doc.ts';
import { childWith, subtree, type TokenRange, type Tree } from '../tree.ts';
import type { Quotations } from './quotations.ts';
import { isBareParticiple, isPassive } from './source-of.ts';
import type { SpeechSource } from './speaker-phrase.ts';
import type { SpeechCue } from './speech-lexicon.ts';
import { hasTense, isMark, isNoun } from './token-kinds.ts';

/** Where words of saying stand: their trees, sentence and the quotations around. */
export interface Scene {
  readonly tree: Tree;
  readonly sentence: Sentence;
  readonly quotations: Quotations;
}

/** A verb of saying with its speaker. */
export interface SayingVerb {
  readonly cue: SpeechCue;
  readonly at: number;
  readonly cueEnd: number;
  readonly source: SpeechSource | null;
}

/**
 * What is said at a verb of saying, null where nothing is: the clause or quotation behind it, before it or on both sides
 * ("X," he said, "Y"), and for the verbs that take one an object, an infinitive or the object of a preposition.
 */
export function contentOf(scene: Scene, verb: SayingVerb): readonly TokenRange[] | null {
  const { at, ranges } = scene.quotations;
  const content = anyContent(scene, verb);
  const own = at[verb.at];
  if (content === null || own < 0) return content;
  // Who says something inside a quotation says it there, and in one sentence of it.
  const from = Math.max(ranges[own].start, scene.sentence.tokenStart);
  const to = Math.min(ranges[own].end, scene.sentence.tokenEnd);
  const clipped = content.map(range => within(range, from, to));
  return clipped.every(({ start, end }) => end <= start) ? null : clipped.filter(({ start, end }) => end > start);
}

function anyContent(scene: Scene, verb: SayingVerb): readonly TokenRange[] | null {
  const { frames } = verb.cue;
  const charge = frames.includes('party-of') ? accusedOf(scene, verb) : null;
  if (charge !== null) return charge;
  const clauses = frames.includes('clause') || frames.includes('that') ? saidClauses(scene, verb) : null;
  if (clauses !== null) return clauses;
  const infinitive = frames.includes('to') || isPassive(scene.tree, verb.at) ? infinitiveOf(scene, verb) : null;
  if (infinitive !== null) return infinitive;
  const named = frames.includes('preposition') ? prepositionObject(scene, verb) : null;
  if (named !== null) return named;
  const object = frames.includes('object') ? objectOf(scene, verb) : null;
  return object === null ? null : [object];
}

function saidClauses(scene: Scene, verb: SayingVerb): readonly TokenRange[] | null {
  const block = blockOf(scene, verb);
  const around = verb.cue.frames.includes('clause') ? aroundParenthesis(scene, block) : null;
  if (around !== null) return around;
  const behind = clauseBehind(scene, verb, block);
  const before =
    verb.cue.frames.includes('clause') || quoteEndsAt(scene, block.start) ? clauseBefore(scene, verb, block) : null;
  if (before !== null && behind?.sure !== true) return [before, ...rest(scene, quoteEndsAt(scene, before.end), block)];
  return behind === null ? null : [behind.range];
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

/** The words of saying as one range: speaker, auxiliaries, verb, and where, when or to whom it was said. */
function blockOf(scene: Scene, { at, cue, cueEnd, source }: SayingVerb): TokenRange {
  const { tree, sentence } = scene;
  let start = at;
  while (start > sentence.tokenStart && ['AUX', 'ADV', 'PART'].includes(tree.tokens[start - 1].upos)) start -= 1;
  if (source !== null && !source.inverted && source.relative === null && start - source.range.end <= 8)
    start = Math.min(start, source.range.start);
  if (source?.relative != null) start = Math.min(start, source.relative);
  start = behindQuotation(scene, at) ?? start;
  let end = source?.inverted ? Math.max(source.range.end, cueEnd) : cueEnd;
  while (end < sentence.tokenEnd && isCircumstance(tree, end, at, CIRCUMSTANCE)) end += 1;
  const hearer = cue.frames.includes('hearer') ? behindHearer(scene, at, end) : end;
  const inserted = start > sentence.tokenStart && isMark(tree.tokens[start - 1]);
  return { start, end: inserted ? behindTime(scene, hearer) : (thatBehind(scene, end) ?? hearer) };
}

/** Steps over a day behind words of saying that end a clause ("…, the army said Tuesday, …"). */
function behindTime({ tree: { tokens }, sentence }: Scene, from: number): number {
  if (from >= sentence.tokenEnd || tokens[from].upos === 'DET') return from;
  let end = from;
  while (
    end < Math.min(from + 5, sentence.tokenEnd) &&
    ['NOUN', 'PROPN', 'NUM', 'ADP', 'ADV', 'DET'].includes(tokens[end].upos)
  )
    end += 1;
  const next = tokens[end];
  return end >= sentence.tokenEnd || isMark(next) || next.text === '.' ? end : from;
}

/** The "that" which opens what is said, over words without a verb ("said on Monday in Gao, the regional seat, that"). */
function thatBehind({ tree: { tokens }, sentence, quotations }: Scene, from: number): number | null {
  for (let i = from; i < Math.min(from + SPEAKER_MAX, sentence.tokenEnd); i += 1) {
    const { text, upos } = tokens[i];
    if (/^that$/i.test(text)) return isClauseMark(tokens, i) ? i : null;
    if (upos === 'VERB' || upos === 'AUX' || quotations.at[i] >= 0 || /^[:;]$/.test(text)) return null;
  }
  return null;
}

/** Whether "that" opens a clause: the tagger says so, or a subject follows and no verb ("last month that the army had"). */
function isClauseMark(tokens: readonly Token[], at: number): boolean {
  const { upos, label } = tokens[at];
  const next = tokens[at + 1];
  if (upos === 'SCONJ' || label === 'mark') return true;
  if (upos !== 'PRON' || next === undefined) return false;
  return isNoun(next) || ['PRON', 'DET'].includes(next.upos) || next.xpos === 'VBG';
}

/** Where a quotation ends before a verb of saying with nothing but a speaker between; null where none does. */
function behindQuotation({ tree, quotations: { at, ranges } }: Scene, verb: number): number | null {
  if (at[verb] >= 0) return null;
  for (let i = verb - 1; i >= Math.max(0, verb - SPEAKER_MAX); i -= 1) {
    const { upos, text, sentence } = tree.tokens[i];
    // “Is it you?” she said: the mark ends a sentence, which goes on. A full stop ends it for good.
    if (at[i] >= 0) return sentence === tree.tokens[verb].sentence || isAsked(tree, i) ? ranges[at[i]].end : null;
    if (upos === 'VERB' || upos === 'SCONJ' || upos === 'CCONJ' || /^[:;.!?]$/.test(text)) return null;
  }
  return null;
}

/** Whether a quotation that ends at a closing mark ends with a question or exclamation mark or a comma inside it. */
function isAsked({ tokens }: Tree, mark: number): boolean {
  return /^[?!,]+$/.test(tokens[mark - 1]?.text ?? '');
}

/** Steps over those who are told ("told reporters that …"), where what they are told follows them. */
function behindHearer({ tree, sentence, quotations }: Scene, at: number, from: number): number {
  let end = from;
  while (end < sentence.tokenEnd && isCircumstance(tree, end, at, HEARER)) end += 1;
  const next = tree.tokens[end];
  if (end === from || next === undefined) return from;
  if (end >= sentence.tokenEnd) return end;
  const clause = childWith(tree, at, 'ccomp');
  const told =
    (isMark(next) && (next.text !== ',' || quotations.at[end + 1] >= 0)) ||
    next.label === 'mark' ||
    /^(?:that|whether)$/i.test(next.text);
  return told || next.text === '.' || (clause !== null && clause.index >= end) ? end : from;
}

/** Whether a token tells where, when or to whom something is said: it hangs on the verb by no clause. */
function isCircumstance({ tokens, children }: Tree, index: number, verb: number, labels: ReadonlySet<string>): boolean {
  if (isMark(tokens[index]) || tokens[index].label === 'mark' || tokens[index].label === 'nsubj') return false;
  for (let at = index, steps = 0; steps < 8; steps += 1) {
    const { label, head } = tokens[at];
    if (!labels.has(label)) return false;
    // "said the attackers …": a plural without a preposition is no time or place.
    if (label === 'obl' && tokens[at].xpos === 'NNS' && !children[at].some(child => tokens[child].label === 'case'))
      return false;
    if (head === verb) return true;
    if (head === at) return false;
    at = head;
  }
  return false;
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
  const clause = childWith(tree, at, 'ccomp');
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

/** A range of what is said, widened to the end of a quotation that begins inside, without the full stop of its sentence. */
function clauseFrom(
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
  let stop = Math.max(quote ?? 0, sentence.tokenEnd);
  while (stop > start && /^[.,;:]$/.test(tokens[stop - 1].text)) stop -= 1;
  return stop - start >= 2 ? [{ start, end: stop }] : [];
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

/** "accused X of shelling", "blamed X for the blast": what stands behind the preposition. */
function accusedOf({ tree, sentence }: Scene, { at }: SayingVerb): readonly TokenRange[] | null {
  const end = Math.min(subtree(tree, at, new Set(['conj', 'cc'])).end, sentence.tokenEnd);
  for (let i = at + 1; i < end; i += 1) {
    const { text, label } = tree.tokens[i];
    const opens = /^(?:of|for)$/i.test(text) && (label === 'mark' || label === 'case');
    if (!opens || tree.tokens[tree.tokens[i].head].upos === 'PROPN') continue;
    const range = subtree(tree, tree.tokens[i].head, new Set(['conj', 'cc']));
    return [{ start: i, end: Math.min(Math.max(range.end, i + 2), end) }];
  }
  return null;
}

/** "threatened to fire"; "is said to have fled" with its subject. */
function infinitiveOf(scene: Scene, { at, cueEnd }: SayingVerb): readonly TokenRange[] | null {
  const { tree, sentence } = scene;
  const verb = childWith(tree, at, 'xcomp');
  const clause = verb === null || verb.index < cueEnd ? null : subtree(tree, verb.index);
  const surface = cueEnd < sentence.tokenEnd && tree.tokens[cueEnd].xpos === 'TO' ? cueEnd : null;
  if (clause === null && surface === null) return null;
  const start = Math.max(cueEnd, clause?.start ?? surface ?? cueEnd);
  const until = Math.min(clause?.end ?? sentence.tokenEnd, participleEnd(scene, at));
  const end = clauseFrom(scene, start, until, false)?.range.end ?? until;
  const subject = isPassive(tree, at) ? childWith(tree, at, 'nsubj:pass') : null;
  const said = subject === null ? [] : [within(subtree(tree, subject.index), sentence.tokenStart, at)];
  return end > start ? [...said, { start, end }] : said.length > 0 ? said : null;
}

/** "spoke of the raid", "called for a truce": what one of the cue's own prepositions brings in. */
function prepositionObject({ tree, sentence }: Scene, { at, cueEnd, cue }: SayingVerb): readonly TokenRange[] | null {
  for (let i = cueEnd; i < Math.min(cueEnd + 6, sentence.tokenEnd); i += 1) {
    const { text, upos, head } = tree.tokens[i];
    if (isMark(tree.tokens[i])) return null;
    if (!cue.prepositions.includes(text.toLowerCase()) || (upos !== 'ADP' && upos !== 'SCONJ' && upos !== 'PART'))
      continue;
    const end =
      head > i ? Math.max(subtree(tree, head, LOOSE).end, head === at ? 0 : subtree(tree, at, BESIDE).end) : i + 2;
    const content = within({ start: i + 1, end }, i + 1, sentence.tokenEnd);
    return content.end > content.start && head !== at ? [content] : null;
  }
  return null;
}

/** "denied the attack", "called it a massacre"; of a passive verb the subject, of a participle the noun it stands by. */
function objectOf(scene: Scene, { at, cueEnd }: SayingVerb): TokenRange | null {
  const { tree, sentence } = scene;
  if (isBareParticiple(tree, at)) return null;
  if (isPassive(tree, at)) {
    const subject = childWith(tree, at, 'nsubj:pass');
    return subject === null ? null : within(subtree(tree, subject.index), sentence.tokenStart, at);
  }
  const object = childWith(tree, at, 'obj', 'xcomp', 'ccomp', 'advcl');
  if (object === null || object.index <= at) return nounsBehind(scene, cueEnd);
  const start = Math.max(subtree(tree, object.index).start, at + 1);
  const behind = Math.min(objectEnd(tree, at), participleEnd(scene, at));
  const end = behind - start < 2 ? (nounsBehind(scene, start)?.end ?? behind) : behind;
  return clauseFrom(scene, start, Math.max(end, object.index + 1), false)?.range ?? null;
}

/** Where an object and what is said of it end ("accused him as …", "criticised him for paying"), before a relative clause. */
function objectEnd(tree: Tree, at: number): number {
  const { tokens, children } = tree;
  let { end } = subtree(tree, at, BESIDE);
  for (const child of children[at]) {
    const opens = children[child].some(
      mark => tokens[mark].label === 'mark' && /^(?:for|as|of)$/i.test(tokens[mark].text),
    );
    if (child > at && tokens[child].label === 'advcl' && opens) end = Math.max(end, subtree(tree, child).end);
  }
  for (let i = at + 2; i < end; i += 1) if (tokens[i - 1].text === ',' && /^W/.test(tokens[i].xpos)) return i - 1;
  return end;
}

/** "acknowledged eleven dead" where the tree has no object: the words behind the verb up to a mark. */
function nounsBehind({ tree: { tokens }, sentence }: Scene, from: number): TokenRange | null {
  if (from >= sentence.tokenEnd || !['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN', 'VERB'].includes(tokens[from].upos))
    return null;
  let end = from;
  while (end < sentence.tokenEnd && !isMark(tokens[end]) && tokens[end].text !== '.') end += 1;
  return { start: from, end };
}

/** Where a participle's own clause ends: at the first comma ("Confirming the raid, the mayor …", "rebels, believed to be X, …"). */
function participleEnd({ tree: { tokens }, sentence }: Scene, at: number): number {
  const opening = tokens[at].xpos === 'VBG' && at <= sentence.tokenStart + 1;
  const behindNoun = tokens[at].xpos === 'VBN' && /^(?:NOUN|PROPN|PUNCT)$/.test(tokens[at - 1]?.upos ?? '');
  if (!opening && !behindNoun) return sentence.tokenEnd;
  let end = at + 1;
  while (end < sentence.tokenEnd && tokens[end].text !== ',') end += 1;
  return end;
}

function within({ start, end }: TokenRange, from: number, to: number): TokenRange {
  return { start: Math.max(start, from), end: Math.min(end, to) };
}

/** How many words may stand between a quotation and the verb behind it. */
const SPEAKER_MAX = 16;

const NOUN_PHRASE = ['nmod', 'case', 'det', 'amod', 'compound', 'nummod', 'flat', 'fixed', 'appos'] as const;
const CIRCUMSTANCE: ReadonlySet<string> = new Set(['obl', 'obl:agent', 'advmod', ...NOUN_PHRASE]);
const HEARER: ReadonlySet<string> = new Set(['obj', 'iobj', ...CIRCUMSTANCE]);

/** What hangs on a verb beside its object and what belongs to that. */
const BESIDE: ReadonlySet<string> = new Set(['conj', 'cc', 'parataxis', 'punct', 'advcl']);

const LOOSE: ReadonlySet<string> = new Set(['parataxis', 'punct']);
