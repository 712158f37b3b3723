import { phrasesAt } from '../../language/phrases.ts';
import { childrenWith } from '../../language/tree.ts';
import type { VictimStatus, Victims } from '../../model/casualty.ts';
import { type Estimate, estimate } from '../../model/estimate.ts';
import type { HarmTrigger } from '../codebook.ts';
import { type Context, hull, spanOf, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { countIn, type NounPhrase, sideOf } from '../nouns.ts';
import { victimsOf } from '../victims.ts';

/**
 * Proposes a claim for every word of harm with persons to it: "12 soldiers were killed", "15 civilian casualties", "the
 * death of a driver" (codebook §4). How many, who and of what status come from the victims' phrase alone.
 */
export function casualty(context: Context): readonly DraftOf<'casualty'>[] {
  const drafts: DraftOf<'casualty'>[] = [];
  const { tokens } = context.tree;
  for (let at = 0; at < tokens.length; at += 1) {
    const match = phrasesAt(tokens, at, context.codebook.harmTriggers).find(({ entry }) => fits(tokens[at], entry));
    if (match === undefined) continue;
    for (const phrase of victimsOf(context, match.entry, at, match.end)) {
      const draft = proposal(context, match.entry, { start: at, end: match.end }, phrase);
      if (draft !== null) drafts.push(draft);
    }
  }
  return drafts;
}

/** Whether a token has the part of speech that an entry asks for; taggers waver between participle and adjective. */
function fits(token: { readonly upos: string; readonly xpos: string }, { pos }: HarmTrigger): boolean {
  if (pos === 'VERB') return token.upos === 'VERB';
  if (pos === 'ADJ') return token.upos === 'ADJ' || token.xpos === 'VBN' || token.xpos === 'JJ';
  return token.upos === 'NOUN' || token.upos === 'PROPN';
}

function proposal(
  context: Context,
  trigger: HarmTrigger,
  words: { readonly start: number; readonly end: number },
  phrase: NounPhrase,
): DraftOf<'casualty'> | null {
  if (!arePersons(context, trigger, phrase, words)) return null;
  const count = figure(context, trigger, phrase);
  if (count === null) return null;
  return {
    ...NEW_DRAFT,
    kind: 'casualty',
    key: `casualty:${words.start}:${phrase.head.index}`,
    anchor: words.start,
    range: hull(phrase.range, words),
    rule: `casualty/${trigger.victims}`,
    harm: trigger.harm,
    estimate: count,
    victims: describe(context, phrase),
    unit: phrase.actor?.unit ?? 'persons',
    polarity: count.high === 0 ? 'negative' : 'positive',
    hedges: trigger.mark === 'distance' ? [words] : [],
    place: null,
    period: null,
    supersedes: null,
  };
}

/** A bare "casualties" or "deaths" bounds the number at one, other bare plurals at two (codebook §5.2). */
function figure(context: Context, trigger: HarmTrigger, phrase: NounPhrase): Estimate | null {
  const ownNoun = trigger.victims === 'of' || trigger.victims === 'head';
  if (!ownNoun || phrase.number !== null) return countIn(context, phrase);
  const count = countIn(context, phrase);
  if (count === null || count.high === 0) return count;
  // "The death", "the body", "a loss": taken up again or no count of people at all.
  const plural = count.qualifier === 'vague';
  return plural && trigger.victims === 'of' ? estimate(1, null, null, 'vague') : null;
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
  if (head.upos === 'NUM' || head.upos === 'PRON' || head.xpos === 'DT') return true;
  const { territory, thing } = context.codebook.nouns;
  if (territory.has(head.lemma) || thing.has(head.lemma)) return false;
  if (actor !== null && actor.tokenStart <= head.index && head.index < actor.tokenEnd) return true;
  if (context.placeAt[head.index] !== null || context.dateAt[head.index] !== null) return false;
  if (head.upos === 'PROPN') return trigger.mark !== 'broad';
  const counted = number !== null && number.meaning === 'count';
  return counted && trigger.mark !== 'broad' && head.upos !== 'SYM' && !hasMeasure(context, head.index);
}

function hasMeasure(context: Context, head: number): boolean {
  return childrenWith(context.tree, head, 'nummod').some(
    child => (context.numberAt[child.index]?.meaning ?? 'count') !== 'count',
  );
}

/** Side and status as the victims' own words say them; what the sentence implies is a refiner's business. */
function describe(context: Context, phrase: NounPhrase): Victims {
  const { actor } = phrase;
  const words = wordsOf(context.doc, phrase.range);
  const status: VictimStatus = /\bcivilians?\b/i.test(words) ? 'civilian' : (actor?.status ?? 'unknown');
  return {
    side: sideOf(actor),
    status,
    words,
    span: spanOf(context.tree.tokens, phrase.range),
    partOf: null,
    addsTo: null,
  };
}
