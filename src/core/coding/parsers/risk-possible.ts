import { phrasesAt } from '../../language/phrases.ts';
import { childrenWith, type TokenRange } from '../../language/tree.ts';
import { clauseRange, isNegated, modalOf } from '../clause.ts';
import type { RiskKind } from '../codebook.ts';
import { trimMarks } from '../condition.ts';
import { type Context, isArmedMention, tellsHarm, within } from '../context.ts';
import { tellsForce } from '../tells-force.ts';

/** What may come, how sure it sounds, and the word that says so. */
export interface Possible {
  readonly at: number;
  readonly range: TokenRange;
  readonly certainty: 'possible' | 'probable';
}

/** How many tokens behind a word of possibility the bad thing may stand. */
const REACH = 12;

/**
 * What the words of a sentence give as possible: "could kill scores", "likely to rise", "cannot be ruled out", "the risk of
 * a wider war" (codebook §10.3). None where nobody bears arms in the report, or for what did not come ("could have").
 */
export function possibleIn(context: Context, { start, end }: TokenRange): readonly Possible[] {
  if (!context.namesArmed) return [];
  const found: Possible[] = [];
  for (let at = start; at < end; at += 1) {
    for (const { entry, end: cueEnd } of phrasesAt(context.tree.tokens, at, context.codebook.riskWords)) {
      const possible = readCue(context, at, cueEnd, entry.kind, { start, end });
      const isNew = possible !== null && found.every(({ range }) => range.end <= possible.range.start);
      if (isNew) found.push(possible);
    }
  }
  return found;
}

function readCue(context: Context, at: number, cueEnd: number, kind: RiskKind, sentence: TokenRange): Possible | null {
  const { tokens } = context.tree;
  if (kind === 'open') return isLeftOpen(context, at, sentence) ? possibleAt(context, at, sentence, 'possible') : null;
  if (kind !== 'possible' && kind !== 'probable') return null;
  if (/^(?:could|may|might|will|would)$/i.test(tokens[at].text) && tokens[at].xpos !== 'MD') return null;
  const rest = { start: cueEnd, end: Math.min(cueEnd + REACH, sentence.end) };
  if (tokens[cueEnd]?.upos === 'PUNCT' || isPast(context, cueEnd) || /^for$/i.test(tokens[at - 1]?.text ?? ''))
    return null;
  // "Set fire to homes" is no infinitive.
  const infinitive = tokens[cueEnd - 1]?.text.toLowerCase() === 'to';
  if (infinitive && !/^(?:VERB|AUX|ADV|PART)$/.test(tokens[cueEnd]?.upos ?? '')) return null;
  if (!threatensIn(context, rest, at, sentence)) return null;
  return possibleAt(context, at, sentence, kind);
}

/** What could have happened did not. */
function isPast(context: Context, cueEnd: number): boolean {
  return context.tree.tokens.slice(cueEnd, cueEnd + 2).some(({ lemma }) => lemma === 'have');
}

/** "cannot be ruled out", "nobody rules out": an outcome that is left open. */
function isLeftOpen(context: Context, at: number, { start }: TokenRange): boolean {
  const before = context.tree.tokens.slice(Math.max(start, at - 4), at);
  const isChance = context.tree.tokens[at].lemma === 'chance';
  const said = context.tree.tokens.slice(at, at + 5).some(({ text }) => /^(?:that|of)$/i.test(text));
  return (isChance && said) || before.some(({ text }) => /^(?:not|n['’]t|cannot|nobody|never)$/i.test(text));
}

/** Whether something bad stands in the words that may come about. */
function threatensIn(context: Context, rest: TokenRange, cue: number, sentence: TokenRange): boolean {
  const { tokens } = context.tree;
  const negated = tokens.slice(rest.start, rest.start + 2).some(({ text }) => /^(?:not|n['’]t|never)$/i.test(text));
  for (let i = rest.start; i < rest.end; i += 1) {
    if (/^[,;:.”"»]$/.test(tokens[i].text)) return false;
    const kinds = phrasesAt(tokens, i, context.codebook.riskWords).map(({ entry }) => entry.kind);
    if (kinds.includes('lasting') && negated) return true;
    if (kinds.includes('rise') && i <= rest.start + 3 && tellsToll(context, { start: sentence.start, end: cue }))
      return true;
    if (negated) continue;
    if (kinds.includes('outcome')) return true;
    if (tokens[i].upos === 'VERB' && tellsHarm(context, i) && harmsSomebody(context, i, sentence)) return true;
  }
  return false;
}

/** "the toll", "the number of deaths". */
function tellsToll(context: Context, { start, end }: TokenRange): boolean {
  return context.tree.tokens
    .slice(start, end)
    .some(({ lemma }) => /^(?:toll|deaths?|casualt(?:y|ies)|victim|fatality)$/i.test(lemma));
}

/** Whether persons or a count stand behind a word of harm, or an armed actor in its sentence. */
function harmsSomebody(context: Context, at: number, sentence: TokenRange): boolean {
  const behind = { start: at + 1, end: Math.min(at + 8, sentence.end) };
  const persons = within(context.actorAt, behind).length > 0;
  const count = within(context.numberAt, behind).some(({ meaning }) => meaning === 'count');
  const subject = { start: sentence.start, end: at };
  return persons || count || holdsOutcome(context, subject) || within(context.actorAt, sentence).some(isArmedMention);
}

function holdsOutcome(context: Context, { start, end }: TokenRange): boolean {
  for (let i = start; i < end; i += 1)
    if (phrasesAt(context.tree.tokens, i, context.codebook.riskWords).some(({ entry }) => entry.kind === 'outcome'))
      return true;
  return false;
}

function possibleAt(
  context: Context,
  at: number,
  { start, end }: TokenRange,
  certainty: Possible['certainty'],
): Possible {
  const { tokens } = context.tree;
  let from = at;
  while (from > start && !/^(?:[,;:“”"«»(]|that)$/i.test(tokens[from - 1].text)) from -= 1;
  let to = at + 1;
  while (to < end && !/^[,;:“”"«».)]$/.test(tokens[to].text)) to += 1;
  return { at, range: trimMarks(context, { start: from, end: to }), certainty };
}

/** "might join forces": what an armed actor may do or suffer, by the tree. */
export function possibleVerb(context: Context, sentence: TokenRange): Possible | null {
  for (let at = sentence.start; at < sentence.end; at += 1) {
    const modal = context.tree.tokens[at].upos === 'VERB' ? modalOf(context.tree, at) : null;
    if (modal !== 'could' && modal !== 'might' && modal !== 'may') continue;
    const clause = clauseRange(context, at);
    if (isNegated(context.tree, at) || isPast(context, modalEnd(context, at)) || !isOfForce(context, at, clause))
      continue;
    return { at, range: clause, certainty: 'possible' };
  }
  return null;
}

function modalEnd(context: Context, verb: number): number {
  const modal = childrenWith(context.tree, verb, 'aux').find(({ xpos }) => xpos === 'MD');
  return modal === undefined ? verb : modal.index + 1;
}

/** Whether what may be done is force, by or to somebody under arms. */
function isOfForce(context: Context, verb: number, range: TokenRange): boolean {
  let isForce = false;
  for (let i = verb; i < range.end; i += 1) isForce ||= tellsForce(context, i);
  return (
    isForce &&
    within(context.actorAt, range).some(
      ({ ref, status }) =>
        status === 'combatant' || (ref.kind !== null && ['armed-group', 'military', 'militia'].includes(ref.kind)),
    )
  );
}
