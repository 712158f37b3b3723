import { z } from 'zod';
import { ActorRef } from './actor.ts';
import { Span } from './span.ts';

/**
 * Who says it, inside the text: a named actor, the author of the report, or somebody without a proper name. Never the
 * publisher, which is the report's `Source`. `words` are the speaker's words in the text ("a hospital official"), null
 * for the author; `via` are those who pass it on, outermost first ("AFP quoted a doctor as saying").
 */
export const Claimant = z
  .object({
    kind: z.enum(['actor', 'author', 'unnamed']),
    /** The actor whose voice it is; only with kind `actor`. */
    actor: ActorRef.nullable(),
    words: z.string().nullable(),
    span: Span.nullable(),
    via: z.array(z.string().min(1)).readonly(),
  })
  .refine(claimant => (claimant.kind === 'actor') === (claimant.actor !== null), {
    error: 'a claimant of kind actor names an actor, and no other kind does',
  })
  .readonly()
  .meta({ id: 'Claimant' });
export type Claimant = z.infer<typeof Claimant>;

/** The report's own voice: a sentence that no other speaker is given for. */
export const AUTHOR: Claimant = { kind: 'author', actor: null, words: null, span: null, via: [] };

/** The name a claimant is listed and compared under: the actor's name, `author` or `unnamed`. */
export function claimantName(claimant: Claimant): string {
  return claimant.actor?.name ?? claimant.kind;
}
