import { childWith } from '../../language/tree.ts';
import type { ActorRole } from '../../model/event.ts';
import { armedBody } from '../armed-body.ts';
import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { sameParty } from '../party-voice.ts';

/** Kinds of actors that act by force. */
const PARTIES = new Set(['government', 'military', 'police', 'armed-group', 'militia']);

/** The role of a subject by frame, and of a passive one. */
const ROLES: Readonly<Record<string, readonly [ActorRole['role'], ActorRole['role']]>> = {
  'event/agent': ['actor', 'recipient'],
  'event/mutual': ['party', 'party'],
};

/**
 * "The army said it had struck a camp", "We were attacked": the pronoun is the party that speaks, which the words of the
 * event do not name again (codebook §2.0). The role is then `implied`.
 */
export function ownDeeds(drafts: readonly Draft[], context: Context): readonly Draft[] {
  return drafts.map(draft => (draft.kind === 'event' && draft.dropped === null ? withSpeaker(draft, context) : draft));
}

function withSpeaker(draft: DraftOf<'event'>, context: Context): Draft {
  const roles = ROLES[draft.rule];
  const speaker = draft.claimant?.actor ?? null;
  if (roles === undefined || speaker === null || !PARTIES.has(speaker.kind ?? '')) return draft;
  const active = childWith(context.tree, draft.anchor, 'nsubj');
  const subject = active ?? childWith(context.tree, draft.anchor, 'nsubj:pass');
  if (subject === null || !/^(?:it|we|i)$/i.test(subject.text)) return draft;
  const party = armedBody(speaker);
  const role = active === null ? roles[1] : roles[0];
  const isTaken = draft.roles.some(known => known.role === role && role !== 'party') || draft.roles.length > 1;
  if (isTaken || draft.roles.some(({ actor }) => sameParty(actor, party))) return draft;
  const actor = { ...party, span: null, basis: 'implied' as const, rule: 'sides/speaker' };
  return {
    ...draft,
    roles: role === 'recipient' ? [...draft.roles, { role, actor }] : [{ role, actor }, ...draft.roles],
  };
}
