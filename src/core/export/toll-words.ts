import type { Incident, Toll, TollEntry } from '../model/index.ts';
import { HARM_WORDS, rangeInWords, victimsInWords } from './words.ts';

/** The losses of an incident in one line, every figure with who gives it: `killed 9 to 26 (army: 9; JNIM: 26)`. */
export function tollsInWords({ tolls }: Pick<Incident, 'tolls'>): string {
  return tolls.map(tollInWords).join('. ');
}

function tollInWords(toll: Toll): string {
  const accounts = standingEntries(toll).map(entry => `${entry.claimant}: ${rangeInWords(entry)}`);
  const unit = toll.unit === 'families' ? ' families' : '';
  const who = victimsInWords(toll.side, toll.status);
  return `${HARM_WORDS[toll.harm]} ${rangeInWords(toll)}${unit}, ${who} (${[...new Set(accounts)].join('; ')})`;
}

/** The accounts of a toll row that hold: those that no later figure of the same speaker replaces. */
export function standingEntries(toll: Toll): readonly TollEntry[] {
  return toll.entries.filter(({ supersededBy }) => supersededBy === null);
}
