import { type Claim, claimantName, type Report } from '../../model/index.ts';
import { claimInWords } from '../claim-words.ts';
import type { ExportContext } from '../export-context.ts';
import { stampLine } from '../stamp.ts';
import { type Cell, column, rowOf, type Table } from '../table.ts';

const COLUMNS = [
  column('claim_id', 'text', 'Id of the claim.'),
  column('report_id', 'text', 'Id of the report.'),
  column('incident_id', 'text', 'Incident that it belongs to; empty where it belongs to none.'),
  column(
    'kind',
    'text',
    'casualty, event, responsibility, denial, strength, relation, warning, risk, ceasefire, opinion.',
  ),
  column('claimant', 'text', 'Who says it inside the report: a name, `author` or `unnamed`.'),
  column('claimant_words', 'text', 'The words for the claimant.'),
  column('via', 'text', 'Who passes it on, outermost first, joined by "; ".'),
  column('act', 'text', 'What the claimant does with the words.'),
  column('polarity', 'text', 'positive, or negative where it is said not to be so.'),
  column('certainty', 'text', 'How sure the claimant sounds.'),
  column('hedges', 'text', 'Words that weaken it, joined by "; ".'),
  column('scope', 'text', 'incident, period, background, hypothetical or future.'),
  column('says', 'text', 'What it says, in plain words.', '#description'),
  column('event_type', 'text', 'Type of happening, for kind event.', '#event+type'),
  column('actors', 'text', 'Who acts, or the parties, joined by "; ".', '#group+name+first'),
  column('recipients', 'text', 'Who is acted upon, joined by "; ".', '#group+name+second'),
  column('harm', 'text', 'For kind casualty.'),
  column('side', 'text', 'Side of the victims; empty where not told.'),
  column('status', 'text', 'civilian, combatant or unknown.'),
  column('low', 'integer', 'Lower bound that the words set.'),
  column('best', 'integer', 'The figure that the words name.'),
  column('high', 'integer', 'Upper bound that the words set.'),
  column('qualifier', 'text', 'How the words count: exact, at-least, at-most, about, between, vague.'),
  column('unit', 'text', 'persons or families.'),
  column('place', 'text', 'Names of the places, joined by "; ".', '#loc+name'),
  column('date_start', 'day', 'First day.', '#date+start'),
  column('date_end', 'day', 'Last day.', '#date+end'),
  column('quote', 'text', 'The exact words.'),
  column('start', 'integer', 'Where the quote begins in the text, in UTF-16 units.'),
  column('end', 'integer', 'Where it ends, exclusive.'),
  column('publisher', 'text', 'Who published the report.', '#meta+source'),
  column('published', 'day', 'When.'),
  column('url', 'text', 'Where.', '#meta+url'),
  column('coder', 'text', 'Who coded it.'),
  column('rule', 'text', 'The rule or model that made it.'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

/** Every claim of the record, in the order of reports and of their text: the ledger as one flat table. */
export function claimsTable(context: ExportContext): Table {
  const incidents = incidentsOfEvents(context);
  const rows = context.record.codings.flatMap(coding => {
    const report = context.reports.get(coding.reportId);
    if (report === undefined) return [];
    return coding.claims.map(claim =>
      rowOf(COLUMNS, {
        ...speechValues(claim),
        ...contentValues(claim),
        claim_id: claim.id,
        report_id: report.id,
        incident_id: claim.eventId === null ? null : (incidents.get(claim.eventId) ?? null),
        says: claimInWords(claim, report.text),
        ...evidenceValues(claim, report),
        coder: coding.coder,
        casus_export: stampLine(context.stamp),
      }),
    );
  });
  return { name: 'claims', title: 'Claims: who says what, in which words', columns: COLUMNS, rows };
}

function incidentsOfEvents({ record }: ExportContext): ReadonlyMap<string, string> {
  return new Map(record.incidents.flatMap(incident => incident.links.map(({ eventId }) => [eventId, incident.id])));
}

type Values = Readonly<Record<string, Cell>>;

function speechValues(claim: Claim): Values {
  return {
    kind: claim.kind,
    claimant: claimantName(claim.claimant),
    claimant_words: claim.claimant.words,
    via: joined(claim.claimant.via),
    act: claim.act,
    polarity: claim.polarity,
    certainty: claim.certainty,
    hedges: joined(claim.hedges.map(({ quote }) => quote)),
    scope: claim.scope,
    rule: claim.rule,
  };
}

function contentValues(claim: Claim): Values {
  if (claim.kind === 'casualty') {
    const { harm, victims, estimate, unit, place, period } = claim;
    const { low, best, high, qualifier } = estimate;
    const where = place === null ? {} : { place: place.name };
    const when = period === null ? {} : { date_start: period.start, date_end: period.end };
    return {
      harm,
      side: victims.side?.name ?? null,
      status: victims.status,
      low,
      best,
      high,
      qualifier,
      unit,
      ...where,
      ...when,
    };
  }
  if (claim.kind === 'event') {
    const named = (roles: readonly string[]) =>
      joined(claim.roles.filter(({ role }) => roles.includes(role)).map(({ actor }) => actor.name));
    return {
      event_type: claim.type,
      actors: named(['actor', 'party']),
      recipients: named(['recipient']),
      place: joined(claim.places.map(({ name }) => name)),
      date_start: claim.when.start,
      date_end: claim.when.end,
    };
  }
  return {};
}

function evidenceValues({ evidence }: Claim, { source, publishedAt, url }: Report): Values {
  const { quote, span } = evidence;
  return { quote, start: span.start, end: span.end, publisher: source?.name ?? null, published: publishedAt, url };
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('; ');
}
