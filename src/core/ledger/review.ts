import { contentId } from '../base/content-id.ts';
import type { Anchor } from '../model/anchor.ts';
import type { Coding } from '../model/coding.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { type Constraint, conflictProblem, settle } from '../reconcile/index.ts';
import { findAnchor } from './anchors.ts';
import { applyEdit } from './apply-edits.ts';
import { decisionInWords, type StandingDecision, standingDecisions } from './standing.ts';
import type { LedgerState } from './state.ts';

/** What the codings of a ledger are once its reviewers have decided. */
export interface Review {
  /** By report id. */
  readonly codings: ReadonlyMap<string, Coding>;
  /** Those that can hold beside one another. */
  readonly constraints: readonly Constraint[];
  /** Decisions that could not be carried out, or not wholly. */
  readonly problems: readonly Problem[];
  /** The ids that the things of each standing decision now have, by its id. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}

/** A decision with the things of the newest coding that it is about. */
interface Found {
  readonly decision: StandingDecision;
  readonly about: readonly FoundThing[];
  readonly from: readonly FoundThing[];
}

interface FoundThing {
  readonly anchor: Anchor;
  readonly id: string;
}

/**
 * Carries the decisions that stand out on the newest codings, whoever coded them: rejected claims and events go, edited
 * fields are set under the person's name, merges, splits and accepted incidents become constraints for `reconcile`.
 * Things are found by their words; what is not found any more is told of, and the rest of the decision holds.
 */
export function review(state: Pick<LedgerState, 'reports' | 'codings' | 'decisions'>): Review {
  const problems: Problem[] = [];
  const found = standingDecisions(state.decisions).map(decision => find(decision, state.codings, problems));
  const touched = new Map<string, Found[]>();
  for (const one of found) {
    if (one.decision.act !== 'reject' && one.decision.act !== 'edit') continue;
    for (const reportId of new Set(one.about.map(({ anchor }) => anchor.reportId))) {
      touched.set(reportId, [...(touched.get(reportId) ?? []), one]);
    }
  }
  const codings = new Map(state.codings);
  for (const [reportId, decided] of touched) {
    const [coding, report] = [state.codings.get(reportId), state.reports.get(reportId)];
    if (coding === undefined || report === undefined) continue;
    codings.set(reportId, carryOut(decided, coding, report, problems));
  }
  const constraints = found.flatMap(constraintOf);
  const { conflicts } = settle(constraints);
  const idle = new Set(conflicts.map(({ constraint }) => constraint));
  return {
    codings,
    constraints: constraints.filter(constraint => !idle.has(constraint)),
    problems: [...problems, ...conflicts.map(conflictProblem)],
    found: new Map(found.map(({ decision, about, from }) => [decision.id, [...about, ...from].map(({ id }) => id)])),
  };
}

function find(decision: StandingDecision, codings: ReadonlyMap<string, Coding>, problems: Problem[]): Found {
  const look = (anchors: readonly Anchor[]) =>
    anchors.flatMap((anchor): FoundThing[] => {
      const coding = codings.get(anchor.reportId);
      const id = coding === undefined ? null : findAnchor(anchor, coding);
      if (id !== null) return [{ anchor, id }];
      const what = `${anchor.of} ${anchor.id} (${anchor.kind}) of report ${anchor.reportId}`;
      problems.push(problem('decision-lost', null, `Not found any more: the ${what}, ${decisionInWords(decision)}`));
      return [];
    });
  return { decision, about: look(decision.about), from: decision.act === 'split' ? look(decision.from) : [] };
}

/** What a decision says of which events are one happening. */
function constraintOf({ decision, about, from }: Found): readonly Constraint[] {
  const why = decisionInWords(decision);
  const events = eventIds(about);
  if (decision.act === 'split') {
    const others = eventIds(from);
    return events.length > 0 && others.length > 0 ? [{ kind: 'apart', events, from: others, why }] : [];
  }
  const joins = decision.act === 'merge' || decision.act === 'accept';
  return joins && events.length > 1 ? [{ kind: 'together', events, why }] : [];
}

function eventIds(things: readonly FoundThing[]): readonly string[] {
  return things.flatMap(({ anchor, id }) => (anchor.of === 'event' ? [id] : []));
}

/** One report's coding after the decisions about it, in the order of entry. */
function carryOut(decided: readonly Found[], coding: Coding, report: Report, problems: Problem[]): Coding {
  let changed = coding;
  for (const { decision, about } of decided) {
    const own = about.filter(({ anchor }) => anchor.reportId === coding.reportId);
    for (const { id } of own) {
      if (decision.act === 'edit') {
        const edited = applyEdit(changed, report, id, decision);
        if ('coding' in edited) changed = edited.coding;
        else
          problems.push(
            problem('decision-invalid', null, `Not carried out (${edited.fault}): ${decisionInWords(decision)}`),
          );
      } else {
        changed = reject(changed, id, decisionInWords(decision));
      }
    }
  }
  if (changed === coding) return coding;
  const { id: _id, ...content } = changed;
  return { id: contentId('cod', content), ...content };
}

/** Without a claim, or without an event and all that is said of it; each claim that goes is told of. */
function reject(coding: Coding, id: string, why: string): Coding {
  const gone = coding.claims.filter(claim => claim.id === id || claim.eventId === id);
  const ids = new Set(gone.map(claim => claim.id));
  const events = coding.events
    .filter(event => event.id !== id)
    .map(event => ({ ...event, claimIds: event.claimIds.filter(claimId => !ids.has(claimId)) }))
    .filter(({ claimIds }) => claimIds.length > 0);
  const told = gone.map(({ evidence }) => problem('claim-rejected', evidence.span, `“${evidence.quote}” was ${why}`));
  return {
    ...coding,
    claims: coding.claims.filter(claim => !ids.has(claim.id)),
    events,
    problems: [...coding.problems, ...told],
  };
}
