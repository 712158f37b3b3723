import { phrasesAt } from '../../language/phrases.ts';
import { pathToRoot } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import { unknownWhen } from '../../model/when.ts';
import { clauseRange, governingVerb } from '../clause.ts';
import type { CeasefireStatus } from '../codebook.ts';
import { type Context, hull, sentenceOf, within } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';

/** Proposes a ceasefire claim for every truce of which the words say what became of it (codebook §12). */
export function ceasefire(context: Context): readonly DraftOf<'ceasefire'>[] {
  const drafts: DraftOf<'ceasefire'>[] = [];
  const { tokens } = context.tree;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at].upos !== 'NOUN' && tokens[at].upos !== 'PROPN') continue;
    const match = phrasesAt(tokens, at, context.codebook.truces).at(0);
    if (match === undefined) continue;
    const status = statusOf(context, at, match.end);
    if (status === null) continue;
    const verb = governingVerb(context.tree, at);
    const { tokenStart, tokenEnd } = sentenceOf(context, at);
    const clause = clauseRange(context, verb);
    const range = clause.end - clause.start <= 24 ? hull(clause, match) : { start: match.start, end: match.end };
    const date = within(context.dateAt, { start: tokenStart, end: tokenEnd }).at(0);
    drafts.push({
      ...NEW_DRAFT,
      kind: 'ceasefire',
      key: `ceasefire:${at}`,
      anchor: at,
      range,
      rule: 'ceasefire/status-word',
      scope: 'background',
      parties: partiesIn(context, { start: tokenStart, end: tokenEnd }),
      status,
      when: date?.when ?? unknownWhen('the sentence names no time'),
    });
  }
  return drafts;
}

/** What the governing words, or a participle on the noun, say of a truce. */
function statusOf(context: Context, at: number, end: number): CeasefireStatus | null {
  const near = [
    ...context.tree.children[at],
    ...context.tree.children[end - 1],
    ...pathToRoot(context.tree, at).slice(1, 4),
  ];
  for (const i of near) {
    const found = phrasesAt(context.tree.tokens, i, context.codebook.truceStatuses).at(0);
    if (found !== undefined) return found.entry.status;
  }
  return null;
}

function partiesIn(context: Context, range: { readonly start: number; readonly end: number }): readonly ActorRef[] {
  const refs = within(context.actorAt, range)
    .filter(
      ({ form, ref }) => form !== 'person-noun' && ref.id !== null && ref.kind !== 'civilians' && ref.kind !== 'media',
    )
    .map(({ ref }) => ref);
  return refs.filter((ref, i) => refs.findIndex(other => other.id === ref.id) === i);
}
