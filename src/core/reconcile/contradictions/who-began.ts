import type { ActorRef } from '../../model/index.ts';
import type { Happening, Statement } from '../happening.ts';
import { isSameParty } from '../party.ts';
import type { Conflict } from './conflict.ts';

/** A statement that blames somebody. */
export interface Accusation {
  readonly statement: Statement;
  readonly accused: ActorRef;
}

/** Different speakers name different beginners, or the one who is said to have begun denies it (RULES §24). */
export function whoBegan(happening: Happening): readonly Conflict[] {
  const beginners = beginnersOf(happening);
  const conflicts: Conflict[] = [];
  for (const [i, b] of beginners.entries()) {
    for (const a of beginners.slice(0, i)) {
      if (isSameParty(a.accused, b.accused) || a.statement.speaker.key === b.statement.speaker.key) continue;
      conflicts.push(conflict([a.statement, b.statement], `${a.accused.name} or ${b.accused.name}`));
    }
  }
  for (const { statement, accused } of beginners) {
    const denials = denialsBy(happening, accused).filter(({ speaker }) => speaker.key !== statement.speaker.key);
    for (const denial of denials) conflicts.push(conflict([statement, denial], `${denial.speaker.name} denies it`));
  }
  return conflicts;
}

/** Who is said to have begun, by whom. */
export function beginnersOf({ statements }: Happening): readonly Accusation[] {
  return statements.flatMap(statement => {
    const { claim } = statement;
    if (claim.polarity === 'negative') return [];
    if (claim.kind === 'responsibility') {
      return claim.began && claim.actor !== null ? [{ statement, accused: claim.actor }] : [];
    }
    if (claim.kind !== 'event' || !claim.began) return [];
    return claim.roles.filter(({ role }) => role === 'actor').map(({ actor }) => ({ statement, accused: actor }));
  });
}

/** What a party denies, other than figures: those contradict as figures. */
export function denialsBy({ statements }: Happening, party: ActorRef): readonly Statement[] {
  return statements.filter(({ claim, speaker }) => {
    if (claim.kind !== 'denial' || claim.rejects !== null || speaker.actor === null) return false;
    return isSameParty(speaker.actor, party) && !answersTruce(claim.about, statements);
  });
}

/** A denial of having broken a truce is about that truce. */
function answersTruce(about: string | null, statements: readonly Statement[]): boolean {
  return about !== null && statements.some(({ claim }) => claim.id === about && claim.kind === 'ceasefire');
}

function conflict(statements: readonly Statement[], why: string): Conflict {
  return { field: 'who began', statements, gap: null, why };
}
