import { phrasesAt } from '../../language/phrases.ts';
import { childWith, type TokenRange } from '../../language/tree.ts';
import { unknownWhen } from '../../model/when.ts';
import { clauseRange, governingVerb, isNegated } from '../clause.ts';
import type { CeasefireStatus, TruceWord } from '../codebook.ts';
import { type Context, hull, sentenceOf, tellsEvent, within } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { truceParties } from './truce-parties.ts';
import { truceStatus } from './truce-status.ts';

/**
 * Proposes a ceasefire claim for every truce of which the words say what became of it (codebook §12): agreed, in force,
 * broken, called off; violations that are counted, and a pronoun that takes a truce up.
 */
export function ceasefire(context: Context): readonly DraftOf<'ceasefire'>[] {
  const drafts: DraftOf<'ceasefire'>[] = [];
  const { tokens } = context.tree;
  let truceSentence: number | null = null;
  const namesTruce = tokens.some(({ index }) => nounKind(context, index) === 'truce');
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = nounKind(context, at);
    const { sentence } = tokens[at];
    if (kind === 'truce' || kind === 'pact') {
      const draft = aboutTruce(context, at, kind);
      if (kind === 'truce' || draft !== null) truceSentence = sentence;
      if (draft !== null) drafts.push(draft);
      continue;
    }
    const isNear = truceSentence !== null && sentence - truceSentence <= 1;
    const other = (isNear ? byPronoun(context, at) : null) ?? countedViolations(context, at, namesTruce);
    if (other !== null) drafts.push(other);
  }
  // A headline says again what the body says (codebook §1.3).
  const body = drafts.filter(({ anchor }) => sentenceOf(context, anchor).kind !== 'headline');
  return body.length > 0 ? body : drafts;
}

function nounKind(context: Context, at: number): TruceWord['kind'] | null {
  const { upos } = context.tree.tokens[at];
  const matches = phrasesAt(context.tree.tokens, at, context.codebook.truces);
  const isNoun = upos === 'NOUN' || upos === 'PROPN';
  const kinds = matches.filter(({ end }) => isNoun || end > at + 1).map(({ entry }) => entry.kind);
  return kinds.includes('truce') ? 'truce' : (kinds.find(kind => kind === 'pact') ?? null);
}

function aboutTruce(context: Context, at: number, kind: 'truce' | 'pact'): DraftOf<'ceasefire'> | null {
  const { tokens } = context.tree;
  const { head, label } = tokens[at];
  // "the Ceasefire Committee" is a name.
  if (label === 'compound' && tokens[head].upos === 'PROPN') return null;
  if (/^no$/i.test(childWith(context.tree, at, 'det')?.text ?? '')) return null;
  const end = phrasesAt(tokens, at, context.codebook.truces).at(0)?.end ?? at + 1;
  const status = truceStatus(context, { start: at, end });
  if (status === null) return null;
  // An agreement of any other kind is signed too; one that is kept, broken or guaranteed by year is one of the fighting.
  if (kind === 'pact' && !isOfFighting(context, at, status)) return null;
  return draftOf(context, at, { start: at, end }, 'ceasefire/status-word', status);
}

/** Whether a pact is one to stop fighting: kept or broken by an armed actor or a named year, and of nothing peaceful. */
function isOfFighting(context: Context, at: number, status: CeasefireStatus): boolean {
  const { tokens } = context.tree;
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  const attribute = tokens[at - 1];
  const isOther = attribute?.label === 'compound' && attribute.head === at && context.dateAt[at - 1] === null;
  if (isOther || !context.namesArmed) return false;
  const dated = within(context.dateAt, { start: Math.max(tokenStart, at - 2), end: Math.min(tokenEnd, at + 5) });
  const isKept = status === 'holding' || status === 'broken' || status === 'ended';
  return dated.length > 0 && (isKept || status === 'agreed') && (isKept || isGuaranteed(context, at));
}

function isGuaranteed(context: Context, at: number): boolean {
  return context.tree.tokens
    .slice(Math.max(0, at - 5), at)
    .some(({ lemma }) => lemma === 'guarantor' || lemma === 'signatory');
}

/** "The rebels called it off": a pronoun that takes up the truce of the sentence before. */
function byPronoun(context: Context, at: number): DraftOf<'ceasefire'> | null {
  const { tokens } = context.tree;
  if (!/^it$/i.test(tokens[at].text) || tokens[at].label !== 'obj') return null;
  const verb = tokens[at].head;
  const match = phrasesAt(tokens, verb, context.codebook.truceStatuses).at(0);
  const status = match?.entry.status;
  if (match === undefined || verb > at || isNegated(context.tree, verb)) return null;
  if (status !== 'ended' && status !== 'broken' && status !== 'rejected') return null;
  return draftOf(context, at, { start: verb, end: Math.max(at + 1, match.end) }, 'ceasefire/pronoun', status);
}

/** "86 violations by the rebels", in a report that names a truce or lists acts of force among them. */
function countedViolations(context: Context, at: number, namesTruce: boolean): DraftOf<'ceasefire'> | null {
  const { tokens } = context.tree;
  const { lemma, upos } = tokens[at];
  if (upos !== 'NOUN' || !/^(?:violation|breach)$/.test(lemma)) return null;
  const number = [at - 1, at - 2].map(i => context.numberAt[i]).find(found => found?.meaning === 'count');
  const next = tokens[at + 1]?.text ?? '';
  if (number === undefined || number === null || /^of$/i.test(next)) return null;
  const { tokenEnd } = sentenceOf(context, at);
  const listsForce = tokens.slice(at, tokenEnd).some(({ index }) => tellsEvent(context, index));
  if (!namesTruce && !(listsForce && /^by$/i.test(next))) return null;
  const draft = draftOf(context, at, { start: number.tokenStart, end: at + 1 }, 'ceasefire/violations', 'broken');
  return { ...draft, scope: 'period' };
}

function draftOf(
  context: Context,
  at: number,
  words: TokenRange,
  rule: string,
  status: CeasefireStatus,
): DraftOf<'ceasefire'> {
  const clause = clauseRange(context, governingVerb(context.tree, at));
  const range = clause.end - clause.start <= 24 ? hull(clause, words) : words;
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  const date = within(context.dateAt, { start: tokenStart, end: tokenEnd }).at(0);
  return {
    ...NEW_DRAFT,
    kind: 'ceasefire',
    key: `ceasefire:${at}`,
    anchor: at,
    range,
    rule,
    scope: 'background',
    parties: truceParties(context, { start: tokenStart, end: tokenEnd }),
    status,
    when: date?.when ?? unknownWhen('the sentence names no time'),
  };
}
