import { contentId } from '../../../core/base/content-id.ts';
import { CasusError, type ExitCode } from '../../../core/base/error.ts';
import {
  type Derived,
  decisionInWords,
  keepIncidents,
  type LedgerState,
  type Store,
} from '../../../core/ledger/index.ts';
import { Decision, type Incident } from '../../../core/model/index.ts';
import { openDerivation, openStore } from '../../wire.ts';
import type { Io } from '../io.ts';
import type { CommonOptions, LedgerOptions } from '../options.ts';
import { pageFor } from '../page-for.ts';
import { incidentTitle } from '../view/incident-title.ts';
import { hanging } from '../view/page.ts';
import { visible } from '../view/visible.ts';
import { makeDecision } from './make-decision.ts';

export interface DecideOptions extends CommonOptions, LedgerOptions {
  readonly by: string;
  readonly why: string;
  readonly set?: string;
}

/** How often a decision is made anew because the ledger grew meanwhile. */
const TRIES = 5;

/**
 * `casus decide`: adds a reviewer's decision to the ledger and says which incidents it changed. What cannot be carried
 * out, or not beside what was decided before, is refused, and nothing is written.
 */
export async function decide(act: string, ids: readonly string[], options: DecideOptions, io: Io): Promise<ExitCode> {
  // A decision is about what is there: no ledger is made.
  await (await openStore(options.ledger, { mode: 'read' })).close();
  const store = await openStore(options.ledger);
  try {
    const derive = await openDerivation();
    const { decision, before } = await append(store, derive, { act, ids, ...options });
    const after = await keepIncidents(store, derive);
    const changed = changedIncidents(before.incidents, after.incidents);
    if (options.json === true) {
      await io.stdout.write(`${JSON.stringify({ decision, incidents: changed }, null, 2)}\n`);
      return 0;
    }
    const page = pageFor(io, options.color);
    const lines = [
      ...hanging('', visible(decisionInWords(decision)), page, 'title'),
      ...changed.flatMap(incident => hanging('  ', visible(`${incident.id} · ${incidentTitle(incident)}`), page)),
      ...hanging('  ', changed.length === 0 ? 'No incident changed.' : '', page, 'faint').filter(
        line => line.trim() !== '',
      ),
    ];
    await io.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

type Wanted = DecideOptions & { readonly act: string; readonly ids: readonly string[] };

async function append(store: Store, derive: (state: LedgerState) => Derived, wanted: Wanted) {
  for (let tries = 0; tries < TRIES; tries++) {
    const state = await store.state();
    const before = derive(state);
    const decision = decisionOf(wanted, state, before);
    refuseIfIdle(decision, state, before, derive);
    if (await store.appendAfter(state.head?.seq ?? 0, [{ kind: 'decision', decision }])) return { decision, before };
  }
  throw new CasusError('ledger-locked', wanted.ledger);
}

function decisionOf(wanted: Wanted, state: LedgerState, { incidents }: Derived): Decision {
  const content = {
    ...makeDecision(wanted, state, incidents),
    by: wanted.by,
    why: wanted.why,
    at: new Date().toISOString(),
  };
  const decision = Decision.safeParse({ id: contentId('dec', content), ...content });
  if (decision.success) return decision.data;
  const [issue] = decision.error.issues;
  throw new CasusError('usage-invalid', wanted.act, { detail: `${issue?.path.join('.')}: ${issue?.message}` });
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
