import { type PhraseMatch, phrasesAt } from '../../language/phrases.ts';
import type { Token } from '../../language/token.ts';
import { childrenWith, childWith, pathToRoot, type TokenRange } from '../../language/tree.ts';
import type { ActorKind } from '../../model/actor.ts';
import type { Victims } from '../../model/casualty.ts';
import { type Estimate, estimate } from '../../model/estimate.ts';
import { isNegated } from '../clause.ts';
import type { HarmTrigger } from '../codebook.ts';
import { type Context, hull, sentenceOf, spanOf, tellsHarm, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { countIn, isBareFigure, isPlural, type NounPhrase, sideOf, statusOf } from '../nouns.ts';
import { isQuestion, silenceOn } from '../silence.ts';
import { victimsOf } from '../victims.ts';

/**
 * Proposes a claim for every word of harm with persons to it: "12 soldiers were killed", "15 civilian casualties", "the
 * death of a driver" (codebook §4). How many, who and of what status come from the victims' phrase alone.
 */
export function casualty(context: Context): readonly DraftOf<'casualty'>[] {
  const drafts: DraftOf<'casualty'>[] = [];
  const { tokens } = context.tree;
  for (let at = 0; at < tokens.length; at += 1) {
    const match = phrasesAt(tokens, at, context.codebook.harmTriggers).find(
      ({ entry }) =>
        fits(tokens[at], entry) || isHeadlineParticiple(context, at, entry) || isVerbByItsBranches(context, at, entry),
    );
    if (match === undefined || !counts(context, match)) continue;
    if (silenceOn(context, at) !== null) continue;
    const words = { start: at, end: match.end };
    const found = victimsOf(context, match.entry, at, match.end)
      .map(phrase => proposal(context, match.entry, words, phrase))
      .filter(draft => draft !== null);
    drafts.push(...together(found, context));
  }
  return drafts;
}

/**
 * "A man and a woman", "24 pupils and two teachers" are one figure where side and status are the same; soldiers and a
 * driver are two.
 */
function together(drafts: readonly DraftOf<'casualty'>[], context: Context): readonly DraftOf<'casualty'>[] {
  const done: DraftOf<'casualty'>[] = [];
  for (const draft of drafts) {
    const at = done.findIndex(other => sameVictims(other, draft, context));
    const other = done[at];
    if (other === undefined) done.push(draft);
    else
      done[at] = {
        ...other,
        range: hull(other.range, draft.range),
        estimate: sumOf(other.estimate, draft.estimate),
        victims: other.victims.status === 'unknown' ? { ...draft.victims, span: other.victims.span } : other.victims,
      };
  }
  return done;
}

/** One kind of victims: the same side and status, or a civilian and somebody of whom nothing is said ("a trader and his son"). */
function sameVictims(a: DraftOf<'casualty'>, b: DraftOf<'casualty'>, context: Context): boolean {
  if (a.unit !== b.unit || areMembersOfTwo(a, b)) return false;
  const [one, two] = [a.victims, b.victims];
  if (one.side?.name === two.side?.name && one.status === two.status) return true;
  const [known, open] = one.status === 'unknown' ? [b, a] : [a, b];
  const civilian =
    known.victims.status === 'civilian' && open.victims.status === 'unknown' && open.victims.side === null;
  return civilian && (isOne(open.victims) || !isBareFigure(context, open.victims.span, open.anchor));
}

/** "A man". */
function isOne({ words }: Victims): boolean {
  return /^an? /i.test(words ?? '');
}

/** "Two members of the Red Front and five of the Hill Guards": counted apart by the names of their bodies, known or not. */
function areMembersOfTwo({ victims: a }: DraftOf<'casualty'>, { victims: b }: DraftOf<'casualty'>): boolean {
  const bodyOf = (words: string | null) => / of (?:the )?(\p{Lu}.*)$/u.exec(words ?? '')?.[1] ?? null;
  const [one, two] = [bodyOf(a.words), bodyOf(b.words)];
  return one !== null && two !== null && one !== two;
}

function sumOf(a: Estimate, b: Estimate): Estimate {
  const sum = (one: number | null, two: number | null) => (one === null || two === null ? null : one + two);
  const qualifier = a.qualifier === 'exact' ? b.qualifier : a.qualifier;
  return estimate(sum(a.low, b.low), sum(a.best, b.best), sum(a.high, b.high), qualifier);
}

/** Whether a token has the part of speech that an entry asks for; taggers waver between participle and adjective. */
function fits(token: { readonly upos: string; readonly xpos: string }, { pos, words }: HarmTrigger): boolean {
  // Several words leave no doubt: "sustained injuries" tells of harm whatever the tagger calls its first word.
  if (pos === 'VERB')
    return token.upos === 'VERB' || (words.includes(' ') && (token.upos === 'ADJ' || token.upos === 'NOUN'));
  if (pos === 'ADJ') return token.upos === 'ADJ' || token.upos === 'ADV' || token.xpos === 'VBN' || token.xpos === 'JJ';
  // "Serious condition" begins with what describes its noun.
  return token.upos === 'NOUN' || token.upos === 'PROPN' || (words.includes(' ') && /^(?:JJ|VBN)$/.test(token.xpos));
}

/**
 * Whether a word of harm tells of harm where it stands: not under a negation, which only some words need ("were not seen
 * since"), and not before a sharper word for the same blow ("shot and killed").
 */
function counts(context: Context, { start, end, entry }: PhraseMatch<HarmTrigger>): boolean {
  const { tree, codebook } = context;
  if (entry.pos === 'VERB' && entry.mark !== 'not' && isNegated(tree, start)) return false;
  if (isDescribing(context, start)) return false;
  // "Missing teeth": what a participle in -ing says of a thing.
  if (entry.victims === 'subject' && tree.tokens[start].xpos === 'VBG' && tree.tokens[start].label === 'amod')
    return false;
  if (entry.mark !== 'either') return true;
  const joined = /^(?:and|or|,|&)$/.test(tree.tokens[end]?.text ?? '');
  const next = joined ? phrasesAt(tree.tokens, Math.min(end + 1, tree.tokens.length - 1), codebook.harmTriggers) : [];
  return next.every(match => match.entry.pos !== 'VERB' || match.entry.mark === 'either');
}

/** "Twelve displaced people were killed": what befell them before only says who they were. */
function isDescribing(context: Context, at: number): boolean {
  const { tree } = context;
  const { label, head, xpos } = tree.tokens[at];
  if (label !== 'amod' || !/^(?:VBN|VBD|JJ)$/.test(xpos) || !/^(?:nsubj|obj)/.test(tree.tokens[head].label))
    return false;
  const verb = tree.tokens[head].head;
  return verb !== head && verb !== at && tree.tokens[verb].upos === 'VERB' && tellsHarm(context, verb);
}

/** "The boy shot himself": what has a subject and an object is a verb, whatever the tagger calls it. */
function isVerbByItsBranches({ tree }: Context, at: number, { pos }: HarmTrigger): boolean {
  const { upos } = tree.tokens[at];
  const branches = childrenWith(tree, at, 'nsubj', 'obj').map(({ label }) => label);
  return pos === 'VERB' && upos === 'NOUN' && branches.includes('nsubj') && branches.includes('obj');
}

/** "4 Teens Shot", "Seven hurt": in a headline a tagger takes the participle for a noun. */
function isHeadlineParticiple(context: Context, at: number, { pos, victims }: HarmTrigger): boolean {
  const { text, lemma, upos } = context.tree.tokens[at];
  if ((pos !== 'VERB' && pos !== 'ADJ') || victims === 'subject' || /(?:ing|s)$/i.test(text)) return false;
  const participle = text.toLowerCase() !== lemma || /ed$/i.test(text) || upos === 'PROPN';
  if (!participle && lemma !== 'shot' && lemma !== 'hurt' && lemma !== 'dead') return false;
  if (at === 0 || sentenceOf(context, at).kind !== 'headline') return false;
  const persons = context.actorAt[at - 1];
  return (
    context.numberAt[at - 1]?.meaning === 'count' ||
    (persons !== null && persons.tokenEnd === at && persons.form === 'person-noun')
  );
}

function proposal(
  context: Context,
  trigger: HarmTrigger,
  words: { readonly start: number; readonly end: number },
  phrase: NounPhrase,
): DraftOf<'casualty'> | null {
  if (isQuestion(context, phrase) || !arePersons(context, trigger, phrase, words)) return null;
  // "each of the injured": a word of harm that a parse took for its own victim.
  const named = phrase.actor !== null && phrase.actor.tokenStart < words.start && phrase.number !== null;
  if (phrase.head.index === words.start && trigger.victims !== 'of' && trigger.victims !== 'head' && !named)
    return null;
  if (
    trigger.victims === 'of' &&
    phrase.number === null &&
    phrase.head.index === words.start &&
    !isAsserted(context, words.start)
  )
    return null;
  if (trigger.mark === 'either' && phrase.number === null && isPlural(phrase.head)) return null;
  // "Two shootings" are no two persons.
  if (trigger.mark === 'either' && trigger.victims === 'of' && phrase.head.index === words.start) return null;
  const told = figure(context, trigger, phrase, words.start);
  // "Obituaries for seven": so many have been found.
  const found = told?.best != null && trigger.mark === 'either' && trigger.harm === 'killed';
  const count = found ? estimate(told.low, told.best, null, 'at-least') : told;
  if (count === null || !suits(context, trigger, count, phrase, words.start)) return null;
  if (phrase.head.index !== words.start && context.tree.tokens[words.start].text.toLowerCase() === 'loss') return null;
  if (count.high === 0 && isNoZero(context, words.start)) return null;
  const fatal = isFatal(context, trigger, words);
  return {
    ...NEW_DRAFT,
    kind: 'casualty',
    key: `casualty:${words.start}:${phrase.head.index}`,
    anchor: words.start,
    range: hull(phrase.range, words),
    rule: ruleOf(trigger, fatal),
    // "No one was hurt" says that nobody died either (codebook §5.3).
    harm:
      count.high === 0 && trigger.harm === 'injured'
        ? 'killed-or-injured'
        : fatal
          ? 'killed'
          : harmOf(context, trigger, words.start),
    estimate: count,
    victims: describe(context, phrase),
    unit: isOneFamily(phrase) ? 'persons' : (phrase.actor?.unit ?? 'persons'),
    polarity: count.high === 0 ? 'negative' : 'positive',
    hedges: trigger.mark === 'distance' ? [words] : [],
    place: null,
    period: null,
    supersedes: null,
  };
}

/** "their losses", "the number of deaths is likely to rise" only take up; "suffered losses", "no casualties" tell. */
function isAsserted(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  const own = context.tree.children[at].map(child => tokens[child]);
  if (own.some(({ xpos }) => xpos === 'PRP$')) return false;
  if (own.some(({ text, label }) => label === 'det' && /^(?:no|any)$/i.test(text))) return true;
  const verb = pathToRoot(context.tree, at)
    .slice(1, 4)
    .map(i => tokens[i])
    .find(({ upos }) => upos === 'VERB' || upos === 'AUX');
  return (
    own.some(({ lemma }) => lemma === 'civilian') ||
    (verb !== undefined &&
      context.codebook.wordSets['asserting-loss'].has(verb.lemma) &&
      !(tokens[at].lemma === 'injury' && own.some(({ text }) => text.toLowerCase() === 'with')))
  );
}

/** "No bodies were found", "no other losses": that nobody was harmed is not said. */
function isNoZero(context: Context, at: number): boolean {
  const { tokens } = context.tree;
  const narrowed = context.tree.children[at].some(child => /^(?:other|further|more|new)$/i.test(tokens[child].text));
  return narrowed || /^(?:body|corpse)$/.test(tokens[at].lemma);
}

/** Whether a figure is one that the mark of its word asks for. */
function suits(context: Context, { mark }: HarmTrigger, count: Estimate, { actor }: NounPhrase, at: number): boolean {
  if (mark === 'not') return count.high === 0 || isNegated(context.tree, at);
  return mark !== 'many' || actor?.unit === 'families' || (count.low ?? count.high ?? 0) >= MANY;
}

/** Fewer people who move are travellers. */
const MANY = 20;

/** The rule's name, which later rules ask: what leaves the fate open, what a party says of its own, where the victims stood. */
function ruleOf({ mark, victims }: HarmTrigger, fatal: boolean): string {
  if (mark === 'either' && !fatal) return 'casualty/either';
  return mark === 'honour' ? 'casualty/honour' : `casualty/${victims}`;
}

/** "fatally shot", "wounded mortally": the manner says that the victims died. */
function isFatal(context: Context, { harm }: HarmTrigger, { start, end }: TokenRange): boolean {
  if (harm !== 'injured' && harm !== 'killed-or-injured') return false;
  const isManner = (i: number) => context.codebook.wordSets['fatal-manner'].has(context.tree.tokens[i]?.lemma ?? '');
  return isManner(start - 1) || isManner(end);
}

/** "were killed and wounded": two words of harm over one figure make it killed or injured. */
function harmOf(context: Context, trigger: HarmTrigger, at: number): HarmTrigger['harm'] {
  const { tokens } = context.tree;
  const next = tokens[at + 1]?.text.toLowerCase();
  if (trigger.victims !== 'object' || (next !== 'and' && next !== 'or')) return trigger.harm;
  const other = phrasesAt(tokens, at + 2 < tokens.length ? at + 2 : at, context.codebook.harmTriggers).at(0)?.entry
    .harm;
  const pair =
    other !== undefined &&
    other !== trigger.harm &&
    [other, trigger.harm].every(harm => harm === 'killed' || harm === 'injured');
  return pair ? 'killed-or-injured' : trigger.harm;
}

/** A bare "casualties" or "deaths" bounds the number at one, other bare plurals at two (codebook §5.2). */
function figure(context: Context, trigger: HarmTrigger, phrase: NounPhrase, at: number): Estimate | null {
  const ownNoun = (trigger.victims === 'of' && phrase.head.index === at) || trigger.victims === 'head';
  if (isOneFamily(phrase)) return estimate(2, null, null, 'vague');
  if (isBody(phrase)) return null;
  if (!ownNoun || phrase.number !== null) return countIn(context, phrase);
  const count = countIn(context, phrase);
  if (count === null || count.high === 0) return count;
  // "The death", "the body", "a loss": taken up again or no count of people at all.
  const plural = count.qualifier === 'vague';
  return plural && trigger.victims === 'of' ? estimate(1, null, null, 'vague') : null;
}

/** "The army has two wounded": a body is not one person. */
function isBody({ head, number, actor }: NounPhrase): boolean {
  return (
    number === null &&
    !isPlural(head) &&
    actor?.head === undefined &&
    actor?.status === undefined &&
    BODIES.has(actor?.ref.kind ?? null)
  );
}

const BODIES: ReadonlySet<ActorKind | null> = new Set(['government', 'military', 'police', 'armed-group', 'militia']);

/** "A family was killed": two persons at least. */
function isOneFamily({ head, number }: NounPhrase): boolean {
  return number === null && head.lemma === 'family' && !isPlural(head);
}

/** Things are not victims: a number alone, a pronoun, a known word for persons, a name, or a counted unknown noun is. */
function arePersons(
  context: Context,
  trigger: HarmTrigger,
  phrase: NounPhrase,
  words: { readonly start: number },
): boolean {
  const { head, actor, number } = phrase;
  if (head.index === words.start) return trigger.harm !== 'killed-or-injured' || trigger.victims === 'of';
  const others = number !== null && context.codebook.wordSets['more-of-the-same'].has(head.lemma);
  if (head.upos === 'NUM' || others) return !countsThings(context, trigger, phrase);
  if (head.upos === 'PRON' || head.xpos === 'DT') return true;
  // "A six-year-old": an age that stands for whoever has it.
  if (head.lemma === 'old' && /^year/.test(context.tree.tokens[head.index - 2]?.lemma ?? '')) return true;
  // "Hundreds of men": the head is the number itself.
  if (number !== null && number.numeralStart <= head.index && head.index < number.numeralEnd && actor !== null)
    return true;
  const { territory, thing } = context.codebook.nouns;
  if (territory.has(head.lemma) || thing.has(head.lemma)) return false;
  if (actor !== null && actor.tokenStart <= head.index && head.index < actor.tokenEnd) return true;
  if (context.placeAt[head.index] !== null || context.dateAt[head.index] !== null) return false;
  if (head.upos === 'PROPN') return !isBroad(trigger);
  const counted = number !== null && number.meaning === 'count';
  return counted && !isBroad(trigger) && head.upos !== 'SYM' && !hasMeasure(context, head.index);
}

/** "74 of 103 drones"; after them, where the word fits things as well, "12 more were lost". */
function countsThings(context: Context, trigger: HarmTrigger, { head, number: own }: NounPhrase): boolean {
  const { tree, codebook } = context;
  const counted = ofWhat(context, head);
  if (counted !== null) return codebook.nouns.thing.has(counted.lemma);
  if (!isBroad(trigger) && trigger.mark !== 'either') return false;
  const { tokenStart } = sentenceOf(context, head.index);
  for (let i = Math.min(head.index, own?.tokenStart ?? head.index) - 1; i >= tokenStart; i -= 1) {
    const number = context.numberAt[i];
    if (number === null || number.meaning !== 'count') continue;
    const numeral = tree.tokens[number.numeralEnd - 1];
    const noun = ofWhat(context, numeral) ?? tree.tokens[numeral.head];
    return codebook.nouns.thing.has(noun.lemma);
  }
  return false;
}

/** The noun behind "of" of which a bare number tells how many: "two of the trucks". */
function ofWhat({ tree }: Context, number: Token): Token | null {
  const ofs = childrenWith(tree, number.index, 'nmod').filter(
    ({ index }) => childWith(tree, index, 'case')?.lemma === 'of',
  );
  return ofs[0] ?? null;
}

function isBroad({ mark }: HarmTrigger): boolean {
  return mark === 'broad' || mark === 'many' || mark === 'not';
}

function hasMeasure(context: Context, head: number): boolean {
  return childrenWith(context.tree, head, 'nummod').some(
    child => (context.numberAt[child.index]?.meaning ?? 'count') !== 'count',
  );
}

/** "Three servicemen from the two countries", "soldiers on both sides". */
function isOfSeveral(context: Context, { head }: NounPhrase): boolean {
  const words = context.tree.tokens.slice(head.index + 1, head.index + 4).map(({ text }) => text.toLowerCase());
  return /^(?:from|on|of)$/.test(words[0] ?? '') && (words[1] === 'both' || (words[1] === 'the' && words[2] === 'two'));
}

/** Side and status as the victims' own words say them; what the sentence implies is a refiner's business. */
function describe(context: Context, phrase: NounPhrase): Victims {
  const { actor } = phrase;
  const words = wordsOf(context.doc, phrase.range);
  const side = isOfSeveral(context, phrase) ? null : sideOf(actor);
  return {
    side,
    status: /\bcivilians?\b/i.test(words) ? 'civilian' : statusOf(actor, side),
    words,
    span: spanOf(context.tree.tokens, phrase.range),
    partOf: null,
    addsTo: null,
  };
}
