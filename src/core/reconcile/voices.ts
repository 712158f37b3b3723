import type { Report } from '../model/index.ts';
import { byText } from './order.ts';

/** From this likeness of fingerprints on, one text is a copy of the other, lightly edited at most. */
const COPY = 0.5;
/** Texts that name the same agency as their origin are rewritings of one wire from this likeness on. */
const REWRITTEN = 0.25;

/** How much of their text two reports share, from 0 to 1, by their fingerprints. */
export type Likeness = (fingerprintA: string, fingerprintB: string) => number;

/**
 * The voice that each report belongs to, by report id. Copies and rewritings of one text are one voice, and so is one
 * publisher; a voice has the id of its smallest report. Five copies of one wire are five reports and one voice.
 */
export function voicesOf(reports: readonly Report[], likeness: Likeness): ReadonlyMap<string, string> {
  const ordered = [...reports].sort((a, b) => byText(a.id, b.id));
  const voices = new Map(ordered.map(({ id }) => [id, id]));
  for (const [i, b] of ordered.entries()) {
    for (const [j, a] of ordered.entries()) {
      if (j === i) break;
      const [voiceA, voiceB] = [voices.get(a.id) ?? a.id, voices.get(b.id) ?? b.id];
      if (voiceA === voiceB || !isOneVoice(a, b, likeness)) continue;
      const [kept, gone] = voiceA < voiceB ? [voiceA, voiceB] : [voiceB, voiceA];
      for (const [id, voice] of voices) if (voice === gone) voices.set(id, kept);
    }
  }
  return voices;
}

function isOneVoice(a: Report, b: Report, likeness: Likeness): boolean {
  if (a.source !== null && b.source !== null && a.source.name === b.source.name) return true;
  if (a.fingerprint === '' || b.fingerprint === '') return a.text === b.text;
  const shared = a.fingerprint === b.fingerprint ? 1 : likeness(a.fingerprint, b.fingerprint);
  if (shared >= COPY) return true;
  return shared >= REWRITTEN && a.syndicatedFrom !== null && a.syndicatedFrom === b.syndicatedFrom;
}
