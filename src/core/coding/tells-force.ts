import { phrasesAt } from '../language/phrases.ts';
import { type Context, tellsHarm } from './context.ts';

/** Whether a word tells of force: harm, or a happening that the codebook has as an attack or as coercion. */
export function tellsForce(context: Context, at: number): boolean {
  return tellsHarm(context, at) || tellsRoot(context, at, 'ASSAULT') || tellsRoot(context, at, 'COERCE');
}

/** Whether a word tells of a happening of a PLOVER root. */
export function tellsRoot(context: Context, at: number, root: string): boolean {
  const { eventTriggers, eventTypes } = context.codebook;
  return phrasesAt(context.tree.tokens, at, eventTriggers).some(
    ({ entry }) => eventTypes.get(entry.type)?.ploverRoot === root,
  );
}
