import type { Resources } from '../resources.ts';
import { annotate } from '../syntax/annotate.ts';
import { findActors } from './find-actors.ts';

/** The register's name for the actor that a few words mean ("JNIM"), or the words themselves where it knows none for sure. */
export function canonicalActor(words: string, resources: Pick<Resources, 'actors' | 'models'>): string {
  if (resources.actors.actorNamed(words) !== null) return words;
  const { tokens, sentences } = annotate(words, resources.models);
  const mentions = findActors({ text: words, tokens, sentences }, resources.actors);
  const [only] = mentions;
  const whole = mentions.length === 1 && only.span.start === 0 && only.span.end === words.length;
  return whole && only.ref.id !== null ? only.ref.name : words;
}
