import { pathToRoot, type TokenRange } from '../../language/tree.ts';
import type { ActorRef } from '../../model/actor.ts';
import type { Estimate } from '../../model/estimate.ts';
import { type Context, wordsOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import { tellsRoot } from '../tells-force.ts';

/** What is known of a force when it becomes a draft. `what` is null where it is of the kind told before it. */
export interface Force {
  readonly anchor: number;
  readonly range: TokenRange;
  readonly rule: string;
  readonly owner: ActorRef | null;
  readonly what: TokenRange | null;
  readonly estimate: Estimate;
}

/** A strength; of a force that acts or is struck in its own clause it is news, else a standing fact. */
export function strengthDraft(context: Context, force: Force): DraftOf<'strength'> {
  const { anchor, range, rule, owner, what, estimate } = force;
  return {
    ...NEW_DRAFT,
    kind: 'strength',
    key: `strength:${anchor}`,
    anchor,
    range,
    rule,
    scope: rule !== 'strength/compared' && isInAction(context, anchor) ? 'incident' : 'background',
    owner,
    what: what === null ? '–' : wordsOf(context.doc, what),
    estimate,
  };
}

/** Whether a verb that tells of an attack governs the force ("a column of 30 vehicles was hit"). */
function isInAction(context: Context, at: number): boolean {
  const verb = pathToRoot(context.tree, at).find(i => context.tree.tokens[i].upos === 'VERB' && i !== at);
  return verb !== undefined && tellsRoot(context, verb, 'ASSAULT');
}
