import { phrasesAt } from '../../language/phrases.ts';
import type { Speech } from '../../language/speech/find-speech.ts';
import type { Sentence } from '../../language/token.ts';
import type { TokenRange } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { AUTHOR, type Claimant } from '../../model/claimant.ts';
import type { WarningKind } from '../codebook.ts';
import { type Conditional, conditionalIn, foretells, trimMarks } from '../condition.ts';
import { type Context, hull, sentenceOf, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { nounPhrase } from '../nouns.ts';
import { type Speakers, speechesAt } from '../speakers.ts';
import { tellsForce } from '../tells-force.ts';

/**
 * Proposes a warning for every threat: "warned that if X, it would Y" with the condition and the consequence in the words
 * of the text (codebook §10.1). Warning of a danger that the speaker does not bring about himself is a risk.
 */
export function threat(context: Context, speakers: Speakers): readonly DraftOf<'warning'>[] {
  if (!context.namesArmed) return [];
  const spoken = context.doc.speeches
    .map(speech => threatIn(context, speech, speakers))
    .filter(draft => draft !== null);
  const covered = new Set(spoken.map(({ anchor }) => context.tree.tokens[anchor].sentence));
  const bare = context.doc.sentences
    .filter(({ index }) => !covered.has(index))
    .map(sentence => conditionalThreat(context, sentence, speakers) ?? plainThreat(context, sentence, speakers));
  return [...spoken, ...bare.filter(draft => draft !== null)];
}

/** "threatened to …", "warned that …" with a condition, or with what will follow. */
function threatIn(context: Context, speech: Speech, speakers: Speakers): DraftOf<'warning'> | null {
  const { act } = speech.cue;
  const said = speech.content.at(-1);
  if ((act !== 'threaten' && act !== 'warn') || speech.negated || said === undefined) return null;
  const content = untilForetold(context, said);
  const conditional = conditionalIn(context, content) ?? orElse(context, speech, content);
  if (act === 'warn' && conditional === null && !isForetold(context, content)) return null;
  // One vows many things; only what is done to somebody is a threat ("pledged allegiance", "vowed to rebuild").
  if ((isVow(speech) || !isClause(context, content)) && !threatens(context, content)) return null;
  const { tokenStart, tokenEnd } = sentenceOf(context, speech.cueToken);
  const target =
    speech.target === null ? null : (nounPhrase(context, context.tree.tokens[speech.target]).actor?.ref ?? null);
  const whole = clip(hull(content, { start: speech.cueToken, end: speech.cueEnd }), tokenStart, tokenEnd);
  const claimant = speakers.get(speech) ?? null;
  return warning(context, { anchor: speech.cueToken, range: whole, content, conditional, claimant, target });
}

/** Whether what is warned of will come, and is done to somebody or takes something away. */
function isForetold(context: Context, content: TokenRange): boolean {
  return foretells(context, content) && (threatens(context, content) || holds(context, content, 'stop'));
}

/** "threatened to …", "threatened that …", or a quotation: a mere object ("threatened the town") is no threat yet. */
function isClause(context: Context, { start, end }: TokenRange): boolean {
  return context.tree.tokens.slice(start, end).some(({ text }) => /^(?:to|that|[“"«])$/i.test(text));
}

/** What is said, on to the end of its sentence where it stops before what it foretells ("that whoever helps them, | he will …"). */
function untilForetold(context: Context, said: TokenRange): TokenRange {
  const { tokenEnd } = sentenceOf(context, said.start);
  const isCut = context.tree.tokens[said.end]?.text === ',' && !foretells(context, said);
  const rest = { start: said.start, end: tokenEnd };
  return isCut && conditionalIn(context, rest) !== null ? rest : said;
}

function isVow({ cue }: Speech): boolean {
  return cue.act === 'threaten' && !/^threat/.test(cue.words);
}

/** "are warned to disperse or be shot": what follows "or" happens to those who do not obey. */
function orElse(context: Context, { cue }: Speech, content: TokenRange): Conditional | null {
  const or = context.tree.tokens.slice(content.start, content.end).find(({ text }) => /^or$/i.test(text));
  if (cue.act !== 'warn' || or === undefined || !/^to$/i.test(context.tree.tokens[content.start].text)) return null;
  const consequence = trimMarks(context, { start: or.index + 1, end: content.end });
  if (!holds(context, consequence, 'answer') || or.index === content.start) return null;
  return { condition: { start: content.start, end: or.index }, consequence, form: 'if' };
}

/** "If the shelling goes on, our forces will answer": a party's own words, without a word of threatening. */
function conditionalThreat(context: Context, sentence: Sentence, speakers: Speakers): DraftOf<'warning'> | null {
  const whole = { start: sentence.tokenStart, end: sentence.tokenEnd };
  const first = conditionalIn(context, whole);
  if (first === null) return null;
  const { voice, content } = voiceAt(context, first.condition.start, speakers, whole);
  // Where the words of saying end too early, the conditional goes on to the end of the sentence.
  const rest = { start: content.start, end: whole.end };
  const conditional = content === whole ? first : (conditionalIn(context, content) ?? conditionalIn(context, rest));
  if (conditional === null || !isWarningOf(context, conditional, voice)) return null;
  const anchor = conditional.condition.start;
  return warning(context, {
    anchor,
    range: trimMarks(context, hull(content, hull(conditional.condition, conditional.consequence))),
    content,
    conditional,
    claimant: voice,
    target: null,
  });
}

/** Whether a conditional warns: by what it foretells in a party's mouth, or, in the author's, by what will end. */
function isWarningOf(context: Context, { condition, consequence, form }: Conditional, voice: Claimant): boolean {
  if (!foretells(context, consequence) && !/^not$/i.test(wordAfterIs(context, consequence))) return false;
  const answers = threatens(context, consequence);
  if (voice.kind === 'author' && !isPartyVoice(context)) {
    return form === 'if' && isUnmet(context, condition) && holds(context, consequence, 'stop');
  }
  if (voice.kind === 'unnamed' || form === 'open') return form === 'open' && voice.kind !== 'unnamed' && answers;
  return answers || holds(context, consequence, 'stop') || isUnmet(context, condition);
}

/** "our patience is not without end": a warning that foretells nothing outright. */
function wordAfterIs(context: Context, { start, end }: TokenRange): string {
  const is = context.tree.tokens.slice(start, end).find(({ lemma }) => lemma === 'be');
  return is === undefined ? '' : (context.tree.tokens[is.index + 1]?.text ?? '');
}

/** "we shall hunt them down", "our operations will go on until …": a party says what it will do to somebody. */
function plainThreat(context: Context, sentence: Sentence, speakers: Speakers): DraftOf<'warning'> | null {
  const { tokens } = context.tree;
  for (let i = sentence.tokenStart; i < sentence.tokenEnd; i += 1) {
    if (!/^(?:we|our)$/i.test(tokens[i].text)) continue;
    const end = clauseEnd(context, i, sentence.tokenEnd);
    const content = { start: i, end };
    const { voice } = voiceAt(context, i, speakers, content);
    const isParty = voice.kind === 'author' ? isPartyVoice(context) : isArmedVoice(voice.actor);
    if (!isParty || !foretells(context, { start: i, end: Math.min(end, i + 5) })) continue;
    const until = tokens.slice(i, end).some(({ text }) => /^until$/i.test(text));
    if (!until && !hunts(context, content)) continue;
    return warning(context, { anchor: i, range: content, content, conditional: null, claimant: voice, target: null });
  }
  return null;
}

function clauseEnd(context: Context, start: number, sentenceEnd: number): number {
  for (let i = start; i < sentenceEnd; i += 1) if (/^[,;.“”"«»!]$/.test(context.tree.tokens[i].text)) return i;
  return sentenceEnd;
}

/** What is done to "them", or to a named body, by force. */
function hunts(context: Context, range: TokenRange): boolean {
  const { tokens } = context.tree;
  const object = tokens
    .slice(range.start, range.end)
    .some(({ text, index }) => /^(?:them|him|everyone)$/i.test(text) || context.actorAt[index]?.status === 'combatant');
  return object && threatens(context, range);
}

function threatens(context: Context, range: TokenRange): boolean {
  if (holds(context, range, 'answer')) return true;
  for (let i = range.start; i < range.end; i += 1) {
    if (context.tree.tokens[i].upos !== 'VERB') continue;
    if (tellsForce(context, i)) return true;
  }
  return false;
}

/** "if the siege is not lifted", "unless", "if they go on": a condition that somebody else has to end. */
function isUnmet(context: Context, condition: TokenRange): boolean {
  const words = context.tree.tokens.slice(condition.start, condition.end);
  return words.some(({ text }) => /^(?:not|n['’]t|unless|no)$/i.test(text)) || holds(context, condition, 'persist');
}

function holds(context: Context, { start, end }: TokenRange, kind: WarningKind): boolean {
  for (let i = start; i < end; i += 1) {
    const found = phrasesAt(context.tree.tokens, i, context.codebook.warningWords);
    if (found.some(match => match.entry.kind === kind && match.end <= end)) return true;
  }
  return false;
}

/** Who speaks at a token, and the words of that speech around it. */
function voiceAt(context: Context, at: number, speakers: Speakers, whole: TokenRange) {
  const speech = speechesAt(context, at).at(0);
  const part = speech?.content.find(({ start, end }) => start <= at && at < end);
  if (speech === undefined || part === undefined) return { voice: AUTHOR, content: whole };
  const content = { start: Math.max(part.start, whole.start), end: Math.min(part.end, whole.end) };
  return { voice: speakers.get(speech) ?? AUTHOR, content };
}

/** Whether the report is a statement of one of the parties, whose own voice then threatens. */
function isPartyVoice(context: Context): boolean {
  return context.doc.report.source?.affiliation != null;
}

function isArmedVoice(actor: ActorRef | null): boolean {
  return actor === null || (actor.kind !== 'organisation' && actor.kind !== 'civilians' && actor.kind !== 'media');
}

interface Found {
  readonly anchor: number;
  readonly range: TokenRange;
  readonly content: TokenRange;
  readonly conditional: Conditional | null;
  readonly claimant: Claimant | null;
  readonly target: ActorRef | null;
}

function warning(context: Context, found: Found): DraftOf<'warning'> {
  const { anchor, range, content, conditional, claimant, target } = found;
  const { tokens } = context.tree;
  return {
    ...NEW_DRAFT,
    kind: 'warning',
    key: `warning:${anchor}`,
    anchor,
    range,
    rule: conditional === null ? 'warning/threat' : 'warning/conditional',
    act: isThreatener(claimant, context) && isDone(context, found) ? 'threaten' : 'warn',
    scope: 'future',
    claimant,
    target,
    condition: conditional === null ? null : spanOf(tokens, conditional.condition),
    consequence: spanOf(tokens, conditional === null ? trimMarks(context, content) : conditional.consequence),
  };
}

/** Whether the speaker says that something will be done or taken away, not what will come of itself ("thousands will starve"). */
function isDone(context: Context, { anchor, content, conditional }: Found): boolean {
  const isThreat = speechesAt(context, content.start).some(({ cue }) => cue.act === 'threaten');
  const range = conditional?.consequence ?? content;
  return isThreat || anchor === content.start || threatens(context, range) || holds(context, range, 'stop');
}

/** A party to the fighting threatens; police, aid organisations and the author warn. */
function isThreatener(claimant: Claimant | null, context: Context): boolean {
  if (claimant === null || claimant.kind === 'author') return isPartyVoice(context);
  if (claimant.kind === 'unnamed') return true;
  const kind = claimant.actor?.kind;
  return kind !== 'organisation' && kind !== 'police' && kind !== 'media';
}

function clip(range: TokenRange, start: number, end: number): TokenRange {
  return { start: Math.max(range.start, start), end: Math.min(range.end, end) };
}
