import type { Token } from '../../language/token.ts';
import type { TypedIncident } from './incident-types.ts';
import type { Reading } from './reading.ts';

/** Where in a document an incident is told: the sentences of its fillers. */
export interface Anchors {
  readonly type: number;
  readonly sentences: ReadonlySet<number>;
}

export function anchorsOf({ type, entities }: TypedIncident): Anchors {
  return {
    type,
    sentences: new Set(entities.flatMap(({ candidate, sentences }) => [candidate.sentence, ...sentences])),
  };
}

/** How a stretch of words stands to where an incident is told, in numbers that features can hold. */
export interface Standing {
  /** Sentences to the nearest anchor, positive behind it; 9 where there is none. */
  readonly away: number;
  /** Log odds that its sentence tells of the type. */
  readonly told: number;
  /** Words to the nearest trigger of its sentence, in steps; 9 where there is none, and the trigger itself. */
  readonly near: number;
  readonly trigger: number;
  /** Hash of the verb or noun above it. */
  readonly above: number;
}

export function standingOf(
  reading: Reading,
  { type, sentences }: Anchors,
  at: Token,
  triggers: ReadonlySet<number>,
): Standing {
  const { words } = reading;
  let away = 9;
  for (const anchor of sentences) {
    const distance = Math.max(-4, Math.min(4, at.sentence - anchor));
    if (Math.abs(distance) < Math.abs(away)) away = distance;
  }
  const { tokenStart, tokenEnd } = words.sentences[at.sentence];
  let nearest = -1;
  for (let i = tokenStart; i < tokenEnd; i++) {
    if (!triggers.has(words.lemma[i])) continue;
    if (nearest < 0 || Math.abs(i - at.index) < Math.abs(nearest - at.index)) nearest = i;
  }
  const distance = nearest < 0 ? 9 : Math.round(Math.log2(1 + Math.abs(nearest - at.index)));
  return {
    away,
    told: Math.max(-5, Math.min(5, Math.round(reading.sentences[at.sentence][type + 1]))),
    near: nearest >= 0 && nearest < at.index ? -distance : distance,
    trigger: nearest < 0 ? 0 : words.lemma[nearest],
    above: words.lemma[at.head],
  };
}
