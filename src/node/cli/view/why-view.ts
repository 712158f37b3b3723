import { decisionInWords, type LedgerState, review } from '../../../core/ledger/index.ts';
import type { Decision, Incident, PublicRecord } from '../../../core/model/index.ts';
import { reportLetter } from './cited.ts';
import { hanging, type Page } from './page.ts';
import { visible } from './visible.ts';

/**
 * Why each account is of an incident: its event, the score, the features in words; and what was decided about any of
 * them, with the withdrawals. The ids are those that `casus decide` takes.
 */
export function whyView(incident: Incident, record: PublicRecord, state: LedgerState, page: Page): readonly string[] {
  const letters = new Map(record.reports.map(({ id }, i) => [id, reportLetter(i)]));
  const links = incident.links.flatMap(({ reportId, eventId, score, why }) => [
    ...hanging(`${(letters.get(reportId) ?? '').padStart(3)} `, `${eventId} · score ${score.toFixed(3)}`, page),
    ...hanging('    ', visible(why), page, 'faint'),
  ]);
  const decided = decisionsAbout(incident, state).flatMap(decision =>
    hanging('  ', visible(`${decision.at.slice(0, 10)} ${decisionInWords(decision)}`), page),
  );
  return [
    '',
    ...hanging('', 'WHY EACH ACCOUNT IS OF THIS INCIDENT', page, 'label'),
    ...links,
    '',
    ...hanging('', 'DECISIONS', page, 'label'),
    ...(decided.length === 0 ? hanging('  ', 'none', page, 'faint') : decided),
  ];
}

/** The decisions about an event of the incident, or a claim of one, and the withdrawals of such decisions. */
function decisionsAbout({ links }: Incident, state: LedgerState): readonly Decision[] {
  const things = new Set(links.map(({ eventId }) => eventId));
  for (const { claims } of state.codings.values()) {
    for (const { id, eventId } of claims) if (eventId !== null && things.has(eventId)) things.add(id);
  }
  const { found } = review(state);
  const about = new Set<string>();
  for (const decision of state.decisions) {
    const named =
      decision.act === 'withdraw'
        ? about.has(decision.decision)
        : (found.get(decision.id) ?? decision.about.map(({ id }) => id)).some(id => things.has(id));
    if (named) about.add(decision.id);
  }
  return state.decisions.filter(({ id }) => about.has(id));
}
