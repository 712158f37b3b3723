import { foldWord } from './atoms.ts';

/** The id of an actor: its name in lower case, without accents and with hyphens ("military-forces-of-mali"). */
export function actorId(name: string): string {
  return foldWord(name)
    .replace(/['’‘ʼ]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
