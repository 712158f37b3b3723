import type { TokenRange } from '../tree.ts';
import { accusedOf, infinitiveOf, objectOf, prepositionObject } from './object-of.ts';
import { saidClauses } from './said-clauses.ts';
import { type SayingVerb, type Scene, within } from './scene.ts';
import { isPassive } from './source-of.ts';

/**
 * What is said at a verb of saying, null where nothing is: the clause or quotation behind it, before it or on both sides
 * ("X," he said, "Y"), and for the verbs that take one an object, an infinitive or the object of a preposition.
 */
export function contentOf(scene: Scene, verb: SayingVerb): readonly TokenRange[] | null {
  const { at, ranges } = scene.quotations;
  const content = anyContent(scene, verb);
  const own = at[verb.at];
  if (content === null || own < 0) return content;
  // Who says something inside a quotation says it there, and in one sentence of it.
  const from = Math.max(ranges[own].start, scene.sentence.tokenStart);
  const to = Math.min(ranges[own].end, scene.sentence.tokenEnd);
  const clipped = content.map(range => within(range, from, to));
  return clipped.every(({ start, end }) => end <= start) ? null : clipped.filter(({ start, end }) => end > start);
}

function anyContent(scene: Scene, verb: SayingVerb): readonly TokenRange[] | null {
  const { frames } = verb.cue;
  const charge = frames.includes('party-of') ? accusedOf(scene, verb) : null;
  if (charge !== null) return charge;
  const clauses = frames.includes('clause') || frames.includes('that') ? saidClauses(scene, verb) : null;
  if (clauses !== null) return clauses;
  const infinitive = frames.includes('to') || isPassive(scene.tree, verb.at) ? infinitiveOf(scene, verb) : null;
  if (infinitive !== null) return infinitive;
  const named = frames.includes('preposition') ? prepositionObject(scene, verb) : null;
  if (named !== null) return named;
  const object = frames.includes('object') ? objectOf(scene, verb) : null;
  return object === null ? null : [object];
}
