import { contentId } from '../base/content-id.ts';
import { CasusError } from '../base/error.ts';
import { Decision, type Incident } from '../model/index.ts';
import { type Derived, keepIncidents } from './ledger-incidents.ts';
import { type AskedDecision, makeDecision } from './make-decision.ts';
import type { LedgerState } from './state.ts';
import type { Store } from './store.ts';

/** How often a decision is made anew because the ledger grew meanwhile. */
const TRIES = 5;

/** A decision that somebody asks for: by whom, why, and when. */
export interface Deciding extends AskedDecision {
  readonly by: string;
  readonly why: string;
  /** ISO date and time. */
  readonly at: string;
}

/** The decision that was added, and the incidents that it changed. */
export interface Decided {
  readonly decision: Decision;
  readonly incidents: readonly Incident[];
}

/**
 * Adds a reviewer's decision to a ledger, and works its incidents out anew. Throws `decision-refused` for what cannot be
 * carried out, or not beside what was decided before; nothing is written then.
 */
export async function decide(store: Store, derive: (state: LedgerState) => Derived, asked: Deciding): Promise<Decided> {
  const { decision, before } = await append(store, derive, asked);
  const after = await keepIncidents(store, derive);
  return { decision, incidents: changedIncidents(before.incidents, after.incidents) };
}

async function append(store: Store, derive: (state: LedgerState) => Derived, asked: Deciding) {
  for (let tries = 0; tries < TRIES; tries++) {
    const state = await store.state();
    const before = derive(state);
    const decision = decisionOf(asked, state, before);
    refuseIfIdle(decision, state, before, derive);
    if (await store.appendAfter(state.head?.seq ?? 0, [{ kind: 'decision', decision }])) return { decision, before };
  }
  throw new CasusError('ledger-locked', store.name);
}

function decisionOf({ by, why, at, ...asked }: Deciding, state: LedgerState, { incidents }: Derived): Decision {
  const content = { ...makeDecision(asked, state, incidents), by, why, at };
  const decision = Decision.safeParse({ id: contentId('dec', content), ...content });
  if (decision.success) return decision.data;
  const [issue] = decision.error.issues;
  throw new CasusError('usage-invalid', asked.act, { detail: `${issue?.path.join('.')}: ${issue?.message}` });
}

/** A decision that would be carried out nowhere, or not wholly, is better known now than found in the record later. */
function refuseIfIdle(
  decision: Decision,
  state: LedgerState,
  before: Derived,
  derive: (state: LedgerState) => Derived,
): void {
  const known = new Set(before.problems.map(({ message }) => message));
  const { problems } = derive({ ...state, decisions: [...state.decisions, decision] });
  const fault = problems.find(({ code, message }) => code.startsWith('decision-') && !known.has(message));
  if (fault !== undefined && decision.act !== 'withdraw') {
    throw new CasusError('decision-refused', decision.act, { detail: fault.message });
  }
}

/** The incidents that are new, or hold other accounts or figures than before. */
function changedIncidents(before: readonly Incident[], after: readonly Incident[]): readonly Incident[] {
  const known = new Set(before.map(incident => JSON.stringify(incident)));
  return after.filter(incident => !known.has(JSON.stringify(incident)));
}
