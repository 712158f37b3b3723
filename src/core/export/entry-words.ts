import { failureOf } from '../coding/index.ts';
import { decisionInWords, type Entry } from '../ledger/index.ts';
import type { Decision } from '../model/index.ts';

/** An entry of a ledger in one sentence, for people. */
export function entryInWords(entry: Entry): string {
  switch (entry.kind) {
    case 'report': {
      const { id, headline, text, source, publishedAt } = entry.report;
      const title = headline === null ? text.trim().slice(0, 60) : text.slice(headline.start, headline.end);
      return `report ${id}: ${title} (${source?.name ?? 'publisher unknown'}, ${publishedAt ?? 'undated'})`;
    }
    case 'correction': {
      const { source, publishedAt, publishedBasis, url } = entry.head;
      const known = [source?.name, publishedAt === null ? null : `${publishedAt} (${publishedBasis})`, url];
      return `correction of ${entry.reportId}: now known ${known.filter(one => one != null).join(', ')}`;
    }
    case 'coding': {
      const { reportId, coder, claims, events } = entry.coding;
      const failure = failureOf(entry.coding);
      const made = failure ?? `${counted(claims.length, 'claim')}, ${counted(events.length, 'event')}`;
      return `coding of ${reportId} by ${coder}: ${made}`;
    }
    case 'decision':
      return `decision of ${entry.decision.at.slice(0, 10)}: ${decisionInWords(entry.decision)}, ${subject(entry.decision)}`;
    case 'resources': {
      const { casus, coder, policy, files } = entry.resources;
      return `resources: casus ${casus}, ${coder}, ${policy}, ${counted(Object.keys(files).length, 'file')}`;
    }
    case 'link': {
      const incidents = new Set(entry.links.map(({ incidentId }) => incidentId));
      return `link: ${counted(entry.links.length, 'event')} in ${counted(incidents.size, 'incident')}`;
    }
    default:
      return entry satisfies never;
  }
}

/** The reports that an entry speaks of. */
export function reportsOfEntry(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'report':
      return [entry.report.id];
    case 'correction':
      return [entry.reportId];
    case 'coding':
      return [entry.coding.reportId];
    case 'decision':
      return anchored(entry.decision).map(({ reportId }) => reportId);
    case 'link':
      return entry.links.map(({ event }) => event.reportId);
    default:
      return [];
  }
}

function subject(decision: Decision): string {
  if (decision.act === 'withdraw') return `which takes ${decision.decision} back`;
  const about = decision.about.map(({ id }) => id).join(', ');
  if (decision.act === 'split') return `about ${about}, apart from ${decision.from.map(({ id }) => id).join(', ')}`;
  return decision.act === 'edit'
    ? `${decision.field} of ${about} to ${JSON.stringify(decision.value)}`
    : `about ${about}`;
}

function anchored(decision: Decision) {
  if (decision.act === 'withdraw') return [];
  return decision.act === 'split' ? [...decision.about, ...decision.from] : decision.about;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
