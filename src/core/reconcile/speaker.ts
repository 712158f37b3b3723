import { foldName } from '../base/fold-name.ts';
import type { ActorRef, Claim, Report } from '../model/index.ts';
import { type ActorDirectory, lookUp } from './actor-directory.ts';

/** Whose voice a claim is, so that two claims of one speaker can be told from two speakers. */
export interface Speaker {
  /** Equal for one speaker only. */
  readonly key: string;
  /** The actor's name, `author` or `unnamed`. */
  readonly name: string;
  readonly actor: ActorRef | null;
}

/**
 * The speaker of a claim. The author of a source that speaks for an actor is that actor (RULES §5); another author is
 * the source's own voice, and two unnamed speakers are one only where one voice calls them by the same words (RULES §22).
 * `voice` names the voice that the report belongs to: copies of one text have one.
 */
export function speakerOf(claim: Claim, report: Report, voice: string, known: ActorDirectory): Speaker {
  const { claimant } = claim;
  if (claimant.actor !== null) return actorSpeaker(claimant.actor, known);
  const affiliation = report.source?.affiliation ?? null;
  if (claimant.kind === 'author' && affiliation !== null) return actorSpeaker(named(affiliation), known);
  if (claimant.kind === 'author') return { key: `author ${voice}`, name: 'author', actor: null };
  return { key: `unnamed ${voice} ${foldName(claimant.words ?? '')}`, name: 'unnamed', actor: null };
}

function actorSpeaker(actor: ActorRef, known: ActorDirectory): Speaker {
  const full = lookUp(actor, known);
  return { key: full.id ?? `name ${foldName(full.name)}`, name: full.name, actor: full };
}

function named(name: string): ActorRef {
  const rule = 'reconcile/affiliation-of-source';
  return { id: null, name, kind: null, country: null, span: null, basis: 'implied', rule };
}
