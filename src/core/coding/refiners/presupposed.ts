import { childWith } from '../../language/tree.ts';
import type { ActorRole } from '../../model/event.ts';
import { armedBody } from '../armed-body.ts';
import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { governmentAt, standingAt } from '../standing.ts';

/**
 * "If they continue to shell the town, …" says that they do: what a threat's condition takes for granted is an accusation
 * of the one who threatens, a standing fact and no news (codebook §10.2).
 */
export function presupposed(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const conditions = drafts.flatMap(draft =>
    draft.kind === 'warning' && draft.dropped === null && draft.condition !== null ? [draft.condition] : [],
  );
  if (conditions.length === 0) return drafts;
  return drafts.map(draft => {
    if (draft.kind !== 'event' || draft.dropped !== null || draft.polarity === 'negative') return draft;
    const { start } = context.tree.tokens[draft.anchor];
    const verb = continuedBy(context, draft.anchor);
    if (verb === null || !conditions.some(span => span.start <= start && start < span.end)) return draft;
    return { ...draft, act: 'accuse', scope: 'background', roles: withActor(context, draft, verb) };
  });
}

/** The verb of going on that a happening hangs on: "continued to | target", "kept | shelling", "goes on | bombing". */
export function continuedBy(context: Context, anchor: number): number | null {
  const { tokens } = context.tree;
  const { head, label, text } = tokens[anchor];
  const isGerund = label === 'obl' && /ing$/i.test(text);
  if (label !== 'xcomp' && label !== 'ccomp' && label !== 'advcl' && label !== 'obj' && !isGerund) return null;
  return /^(?:continue|keep|persist|go)$/.test(tokens[head].lemma) && head < anchor ? head : null;
}

/** The subject of going on does it; a capital there is its government, which fights through its military (§6.6). */
function withActor(context: Context, draft: DraftOf<'event'>, verb: number): readonly ActorRole[] {
  if (draft.roles.some(({ role }) => role === 'actor')) return draft.roles;
  const subject = childWith(context.tree, verb, 'nsubj');
  if (subject === null) return draft.roles;
  const found = standingAt(context, subject.index) ?? governmentAt(context, subject.index);
  if (found === null || draft.roles.some(({ actor }) => actor.name === found.ref.name)) return draft.roles;
  return [{ role: 'actor', actor: armedBody(found.ref) }, ...draft.roles];
}
