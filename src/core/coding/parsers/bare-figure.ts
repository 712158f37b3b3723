import type { NumberMention } from '../../language/numbers/find-numbers.ts';
import { phrasesAt } from '../../language/phrases.ts';
import { childWith } from '../../language/tree.ts';
import type { VictimStatus } from '../../model/casualty.ts';
import { type Context, hull, sentenceOf, spanOf, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { type NounPhrase, nounPhrase, sideOf, statusOf } from '../nouns.ts';
import { subjectSpeaker } from '../subject-speaker.ts';

/** How far before its figure the verb may stand, in tokens. */
const REACH = 5;

/**
 * Proposes a claim for a mere figure of the dead: where a report has told of people killed, "the capital has admitted
 * seven", "the newspaper printed 31 'terrorists'" count them too, without a word of harm (codebook §4.9).
 */
export function bareFigure(context: Context): readonly DraftOf<'casualty'>[] {
  const first = context.tree.tokens.findIndex((_, at) => tellsKilled(context, at));
  if (first < 0) return [];
  const drafts: DraftOf<'casualty'>[] = [];
  for (const number of context.doc.numbers) {
    if (number.meaning !== 'count' || number.tokenStart <= first || number.estimate.high === 0) continue;
    const verb = verbBefore(context, number);
    const counted = verb === null ? null : countedBy(context, number, verb);
    if (verb !== null && counted !== null) drafts.push(draftOf(context, number, verb, counted));
  }
  return drafts;
}

function tellsKilled(context: Context, at: number): boolean {
  return phrasesAt(context.tree.tokens, at, context.codebook.harmTriggers).some(({ entry }) => entry.harm === 'killed');
}

/** The verb of admitting or telling right before a figure, with nothing but particles and quotation marks between. */
function verbBefore(context: Context, { tokenStart }: NumberMention): number | null {
  const { tokens } = context.tree;
  const sets = context.codebook.wordSets;
  const { tokenStart: opening } = sentenceOf(context, tokenStart);
  for (let i = tokenStart - 1; i >= Math.max(opening, tokenStart - REACH); i -= 1) {
    const { upos, lemma } = tokens[i];
    if (upos === 'VERB') return sets['admitting'].has(lemma) || sets['telling-figure'].has(lemma) ? i : null;
    if (!['ADP', 'DET', 'PUNCT', 'ADV', 'AUX'].includes(upos) || /^[,;:.]$/.test(tokens[i].text)) return null;
  }
  return null;
}

/** What the figure counts: nobody named, or people under arms; null where its own sentence tells what befell them, or it counts something else. */
function countedBy(context: Context, number: NumberMention, verb: number): NounPhrase | null {
  const { tokens } = context.tree;
  const { tokenEnd } = sentenceOf(context, number.tokenStart);
  const noun = nounPhrase(context, tokens[number.numeralEnd - 1]);
  const phrase = armedAfter(context, number) ?? noun;
  const end = Math.max(phrase.range.end, number.tokenEnd);
  for (let i = verb; i < Math.min(end + 4, tokenEnd); i += 1)
    if (i !== verb && phrasesAt(tokens, i, context.codebook.harmTriggers).length > 0) return null;
  const next = tokens[end];
  const closed = next === undefined || end >= tokenEnd || next.upos === 'CCONJ' || /^[,.;:"”»)]$/.test(next.text);
  return closed ? { ...phrase, number } : null;
}

function armedAfter(context: Context, number: NumberMention): NounPhrase | null {
  const { tokens } = context.tree;
  for (let i = number.tokenEnd; i < Math.min(number.tokenEnd + 4, tokens.length); i += 1) {
    const mention = context.actorAt[i];
    if (mention === null || mention.tokenEnd !== i + 1 || tokens[i].upos === 'PUNCT') continue;
    if (mention.status !== 'combatant') return null;
    return { head: tokens[i], range: { start: number.tokenStart, end: i + 1 }, number, actor: mention };
  }
  return null;
}

function draftOf(context: Context, number: NumberMention, verb: number, counted: NounPhrase): DraftOf<'casualty'> {
  const { tokens } = context.tree;
  const words = { start: number.tokenStart, end: Math.max(number.tokenEnd, counted.range.end) };
  const admitted = context.codebook.wordSets['admitting'].has(tokens[verb].lemma);
  const subject = childWith(context.tree, verb, 'nsubj');
  const side = sideOf(counted.actor);
  const status: VictimStatus = statusOf(counted.actor, side);
  return {
    ...NEW_DRAFT,
    kind: 'casualty',
    key: `figure:${number.tokenStart}`,
    anchor: number.numeralStart,
    range: hull({ start: verb, end: verb + 1 }, words),
    rule: 'casualty/bare-figure',
    claimant: subject === null || subject.upos === 'PRON' ? null : subjectSpeaker(context, subject),
    act: admitted ? 'admit' : 'state',
    harm: 'killed',
    estimate: number.estimate,
    victims: {
      side,
      status,
      words: counted.actor === null ? null : wordsOf(context.doc, words),
      span: spanOf(tokens, words),
      partOf: null,
      addsTo: null,
    },
    unit: 'persons',
    place: null,
    period: null,
    supersedes: null,
  };
}
