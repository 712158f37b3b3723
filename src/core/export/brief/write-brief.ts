import { deathRows, totalDeaths } from '../../model/deaths.ts';
import type { Claim, Incident, Toll } from '../../model/index.ts';
import { claimInWords } from '../claim-words.ts';
import { claimsOfIncident, type ExportContext, reportsOfIncident } from '../export-context.ts';
import { incidentSentence } from '../incident-words.ts';
import { sideLosses } from '../side-losses.ts';
import { standingEntries } from '../toll-words.ts';
import { ACT_WORDS, countInWords, HARM_WORDS, placePrecisionInWords, rangeInWords, victimsInWords } from '../words.ts';
import type { Brief, BriefIncident, Dispute, Sentence, SideTotal } from './brief.ts';
import { type Citations, citations, speakerInWords } from './citations.ts';

/** How many claims a statement about what happened cites at most. */
const CITED = 4;

/**
 * A situation report over the incidents of a record: what happened, the losses of each side as ranges, what is contested,
 * what is threatened and feared, and what is not known. Every statement carries the numbers of the claims it stands on;
 * nothing is weighed, and nothing said that no claim says.
 */
export function writeBrief(context: ExportContext, title: string): Brief {
  const cited = citations(context);
  const incidents = inTime(context.record.incidents);
  const told = incidents.map(incident => briefIncident(incident, context, cited));
  const disputes = incidents.flatMap(incident => disputesOf(incident, context, cited));
  const claims = context.record.codings.flatMap(coding => coding.claims);
  const threats = claims.filter(({ kind }) => kind === 'warning').map(claim => spoken(claim, context, cited));
  const risks = claims.filter(({ kind }) => kind === 'risk').map(claim => spoken(claim, context, cited));
  const totals = sideTotals(incidents, cited);
  return {
    title,
    stamp: context.stamp,
    summary: summaryOf(incidents, context, cited),
    places: incidents.flatMap(({ places }) => places),
    timeline: timelineOf(incidents),
    totals,
    incidents: told,
    disputes,
    threats,
    risks,
    gaps: gapsOf(incidents, context, cited),
    sources: cited.sources(),
  };
}

/** By day, undated last, and by id where two share one. */
function inTime(incidents: readonly Incident[]): readonly Incident[] {
  const key = ({ when, id }: Incident) => `${when.start ?? '~'} ${id}`;
  return incidents.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function briefIncident(incident: Incident, context: ExportContext, cited: Citations): BriefIncident {
  const claims = claimsOfIncident(incident, context);
  const events = claims.filter(({ kind }) => kind === 'event');
  const reports = reportsOfIncident(incident, context).length;
  const place = incident.places.find(({ lat }) => lat !== null) ?? incident.places[0];
  return {
    id: incident.id,
    title: {
      text: `${incidentSentence(incident)}.`,
      sources: cited.cite((events.length > 0 ? events : claims).slice(0, CITED)),
    },
    where: place === undefined ? 'place not stated' : `${place.name}: ${placePrecisionInWords(place)}`,
    losses: incident.tolls.map(toll => lossSentence(toll, cited)),
    voices: `${counted(reports, 'report')}, ${counted(incident.independentSources, 'independent source')}`,
  };
}

/** One toll row with every account: `Killed, Military Forces of Niger, combatants: 9 to 26. A says 9; B says 26.` */
function lossSentence(toll: Toll, cited: Citations): Sentence {
  const entries = standingEntries(toll);
  const accounts = [...new Set(entries.map(entry => `${named(entry.claimant)} says ${rangeInWords(entry)}`))];
  const harm = HARM_WORDS[toll.harm];
  const unit = toll.unit === 'families' ? ' families' : '';
  const text = `${capital(harm)}, ${victimsInWords(toll.side, toll.status)}: ${rangeInWords(toll)}${unit} (${accounts.join('; ')}).`;
  return { text, sources: cited.citeIds(entries.map(({ claimId }) => claimId)) };
}

function named(claimant: string): string {
  return claimant === 'author' ? 'the report itself' : claimant === 'unnamed' ? 'an unnamed source' : claimant;
}

function disputesOf(incident: Incident, context: ExportContext, cited: Citations): readonly Dispute[] {
  return incident.contradictions.map(({ field, claimIds, why }) => {
    const claims = claimIds.flatMap(id => context.claims.get(id) ?? []);
    return {
      incident: incidentSentence(incident),
      field,
      why: { text: `${capital(why)}.`, sources: cited.cite(claims) },
      accounts: claims.map(claim => spoken(claim, context, cited)),
    };
  });
}

/** A claim as a sentence: who says it, how, and what. */
function spoken(claim: Claim, context: ExportContext, cited: Citations): Sentence {
  const text = context.reports.get(claim.evidence.reportId)?.text ?? '';
  return {
    text: `${speakerInWords(claim)} ${ACT_WORDS[claim.act]}: ${claimInWords(claim, text)}.`,
    sources: cited.cite([claim]),
  };
}

/** Losses by side and harm over all incidents, by the names of the sides. */
function sideTotals(incidents: readonly Incident[], cited: Citations): readonly SideTotal[] {
  return sideLosses(incidents)
    .map(({ side, status, harm, low, high, incidents: count, claimIds }) => ({
      side: victimsInWords(side, status),
      harm: HARM_WORDS[harm],
      range: rangeInWords({ low, high }),
      incidents: count,
      sources: cited.citeIds(claimIds),
    }))
    .toSorted((a, b) => compare(a.side, b.side) || compare(a.harm, b.harm));
}

function summaryOf(incidents: readonly Incident[], context: ExportContext, cited: Citations): readonly Sentence[] {
  const all = incidents.flatMap(incident => claimsOfIncident(incident, context));
  const reports = new Set(incidents.flatMap(({ links }) => links.map(({ reportId }) => reportId)));
  const found: Sentence = {
    text: `${capital(counted(reports.size, 'report'))} ${reports.size === 1 ? 'tells' : 'tell'} of ${counted(incidents.length, 'incident')}.`,
    sources: cited.cite(all.filter(({ kind }) => kind === 'event')),
  };
  const withDeaths = incidents.filter(({ tolls }) => deathRows(tolls).length > 0);
  const ranges = withDeaths.map(({ tolls }) => totalDeaths(tolls));
  const low = sum(ranges.map(range => range.low ?? 0));
  const high = ranges.some(range => range.high === null) ? null : sum(ranges.map(range => range.high ?? 0));
  const ids = withDeaths.flatMap(({ tolls }) =>
    deathRows(tolls).flatMap(toll => standingEntries(toll).map(({ claimId }) => claimId)),
  );
  const deaths: Sentence = {
    text: `Accounts of ${counted(withDeaths.length, 'incident')} give a number of dead; taken together, ${rangeInWords({ low, high })}.`,
    sources: cited.citeIds(ids),
  };
  const contested = incidents.filter(({ contradictions }) => contradictions.length > 0);
  const disputed: Sentence = {
    text: `Accounts of ${counted(contested.length, 'incident')} contradict each other.`,
    sources: cited.citeIds(
      contested.flatMap(({ contradictions }) => contradictions.flatMap(({ claimIds }) => claimIds)),
    ),
  };
  return [found, deaths, disputed].filter(({ sources }) => sources.length > 0);
}

function timelineOf(incidents: readonly Incident[]): Brief['timeline'] {
  const days = new Map<string, number>();
  for (const { when } of incidents) if (when.start !== null) days.set(when.start, (days.get(when.start) ?? 0) + 1);
  return [...days].sort(([a], [b]) => compare(a, b)).map(([day, count]) => ({ day, incidents: count }));
}

/** What a reader might take for known and is not. */
function gapsOf(incidents: readonly Incident[], context: ExportContext, cited: Citations): readonly Sentence[] {
  const gap = (missing: readonly Incident[], what: string): readonly Sentence[] =>
    missing.length === 0
      ? []
      : [
          {
            text: `${what} of ${counted(missing.length, 'incident')}: ${missing.map(incidentSentence).join('; ')}.`,
            sources: cited.cite(missing.flatMap(incident => claimsOfIncident(incident, context).slice(0, 1))),
          },
        ];
  return [
    ...gap(
      incidents.filter(({ places }) => places.every(({ lat }) => lat === null)),
      'The place is not known',
    ),
    ...gap(
      incidents.filter(({ when }) => when.start === null),
      'The day is not known',
    ),
    ...gap(
      incidents.filter(({ tolls }) => tolls.length === 0),
      'No loss is told',
    ),
    ...gap(
      incidents.filter(({ independentSources }) => independentSources === 1),
      'Only one source tells',
    ),
  ];
}

function counted(count: number, word: string): string {
  return `${countInWords(count)} ${word}${count === 1 ? '' : 's'}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
