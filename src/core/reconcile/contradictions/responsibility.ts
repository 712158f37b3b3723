import type { ActorRef } from '../../model/index.ts';
import type { Happening, Statement } from '../happening.ts';
import { isCivilians, isSameParty } from '../party.ts';
import type { Conflict } from './conflict.ts';
import { type Accusation, beginnersOf, denialsBy } from './who-began.ts';

/** Somebody is blamed and denies it, or different speakers blame different parties for the same deed (RULES §24). */
export function responsibility(happening: Happening): readonly Conflict[] {
  const accusations = accusationsOf(happening);
  const conflicts = accusations.flatMap(accusation => deniedBy(accusation, happening));
  for (const [i, b] of accusations.entries()) {
    for (const a of accusations.slice(0, i)) {
      if (a.statement.speaker.key === b.statement.speaker.key || isSameParty(a.accused, b.accused)) continue;
      conflicts.push(conflict([a.statement, b.statement], `${a.accused.name} or ${b.accused.name}`));
    }
  }
  return conflicts;
}

/** Who is blamed, by whom: for the happening as a whole, or for harm to civilians. Who began is a field of its own. */
function accusationsOf({ statements }: Happening): readonly Accusation[] {
  return statements.flatMap(statement => {
    const { claim } = statement;
    if (claim.polarity === 'negative') return [];
    if (claim.kind === 'responsibility') {
      return claim.actor === null || claim.began ? [] : [{ statement, accused: claim.actor }];
    }
    if (claim.kind !== 'event' || claim.began) return [];
    const hitsCivilians = claim.roles.some(({ role, actor }) => role === 'recipient' && isCivilians(actor));
    const actors = claim.roles.filter(({ role, actor }) => role === 'actor' && !isCivilians(actor));
    return hitsCivilians ? actors.map(({ actor }) => ({ statement, accused: actor })) : [];
  });
}

/** The accused's own denials; those of one who is said to have begun answer that. */
function deniedBy({ statement, accused }: Accusation, happening: Happening): readonly Conflict[] {
  if (isSaidToHaveBegun(accused, happening)) return [];
  return denialsBy(happening, accused)
    .filter(({ speaker }) => speaker.key !== statement.speaker.key)
    .map(denial => conflict([statement, denial], `${denial.speaker.name} denies it`));
}

function isSaidToHaveBegun(accused: ActorRef, happening: Happening): boolean {
  return beginnersOf(happening).some(
    beginner =>
      isSameParty(beginner.accused, accused) &&
      (beginner.statement.speaker.actor === null || !isSameParty(beginner.statement.speaker.actor, accused)),
  );
}

function conflict(statements: readonly Statement[], why: string): Conflict {
  return { field: 'responsibility', statements, gap: null, why };
}
