import type { Contradiction } from '../../model/index.ts';
import type { Happening } from '../happening.ts';
import { type Conflict, contradictionsOf } from './conflict.ts';
import { deniedDeeds } from './denied-deeds.ts';
import { figureConflicts } from './figures.ts';
import { killedAndInjured } from './killed-and-injured.ts';
import { outcome } from './outcome.ts';
import { placesAndDays } from './places-and-days.ts';
import { rejectedFigures } from './rejected-figures.ts';
import { responsibility } from './responsibility.ts';
import { summedFigures } from './summed-figures.ts';
import { whoBegan } from './who-began.ts';

/** Every rule that finds accounts in conflict, in the order in which their fields are listed. */
const RULES: readonly ((happening: Happening) => readonly Conflict[])[] = [
  figureConflicts,
  rejectedFigures,
  summedFigures,
  killedAndInjured,
  whoBegan,
  responsibility,
  outcome,
  deniedDeeds,
  placesAndDays,
];

/** What the accounts of a happening contradict each other on, as data (RULES §23-24): a speaker's own revision is none. */
export function contradictions(happening: Happening): readonly Contradiction[] {
  return contradictionsOf(RULES.flatMap(rule => rule(happening)));
}
