import type { ActorRef } from '../../model/actor.ts';
import type { Context } from '../context.ts';
import { spanOf } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { bySentence, draftsBeside } from '../draft-index.ts';
import { speechesAt } from '../speakers.ts';

/** Kinds that can be parties to fighting. */
const PARTIES: readonly ActorRef['kind'][] = ['government', 'military', 'armed-group', 'militia'];

/**
 * One party that tells of another's act of force blames it: "Yerevan said Azerbaijani forces opened fire" is an accusation,
 * and a claim of responsibility beside the event (codebook §9.1). Police telling of bandits is no party's quarrel.
 */
export function blame(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const index = bySentence(drafts, context);
  return drafts.flatMap(draft => {
    if (draft.kind !== 'event' || draft.dropped !== null || draft.scope !== 'incident' || draft.polarity === 'negative')
      return [draft];
    const told = draftsBeside(index, context, draft.anchor).some(
      ({ kind, range }) => kind === 'responsibility' && range.start < draft.range.end && draft.range.start < range.end,
    );
    // "X accused Y of firing the shells": the blame says it.
    const isBlame = speechesAt(context, draft.anchor).some(({ cue }) => cue.act === 'accuse');
    if (told && isBlame && drafts.some(other => other !== draft && isNews(other)))
      return [{ ...draft, dropped: 'the accusation says it' }];
    const speaker = draft.claimant?.actor ?? null;
    const accused = draft.roles.find(({ role }) => role === 'actor')?.actor ?? null;
    if (speaker === null || accused === null || !areOpposed(speaker, accused)) return [draft];
    const accusing = { ...draft, act: draft.act === 'state' ? ('accuse' as const) : draft.act };
    if (told) return [accusing];
    return [accusing, responsibilityFor(draft, accused, context)];
  });
}

/** Whether another event of the news is kept, so that the happening does not hang on the blame alone. */
function isNews({ kind, scope, dropped, polarity, act }: Draft): boolean {
  return kind === 'event' && scope === 'incident' && dropped === null && polarity === 'positive' && act !== 'accuse';
}

function areOpposed(speaker: ActorRef, accused: ActorRef): boolean {
  if (!PARTIES.includes(speaker.kind) || !PARTIES.includes(accused.kind) || speaker.id === accused.id) return false;
  const states = ['government', 'military'];
  const bothStates = states.includes(speaker.kind ?? '') && states.includes(accused.kind ?? '');
  if (bothStates) return speaker.country !== accused.country;
  // A group that accuses a state, or another group.
  return !states.includes(speaker.kind ?? '');
}

function responsibilityFor(event: DraftOf<'event'>, accused: ActorRef, context: Context): DraftOf<'responsibility'> {
  const { anchor, range, hedges, claimant, certainty } = event;
  const words = context.tree.tokens.slice(range.start, range.end);
  return {
    kind: 'responsibility',
    key: `blame:${anchor}`,
    anchor,
    range,
    hedges,
    claimant,
    certainty,
    dropped: null,
    rule: 'responsibility/party-tells-of-other',
    act: 'accuse',
    polarity: 'positive',
    scope: 'incident',
    actor: accused,
    content: spanOf(context.tree.tokens, range),
    began: event.began || words.some(({ lemma }) => context.codebook.wordSets['opening-fire'].has(lemma.toLowerCase())),
  };
}
