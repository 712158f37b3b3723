import type { Incident, Report } from '../../model/index.ts';
import { type ExportContext, reportsOfIncident } from '../export-context.ts';
import { incidentSentence } from '../incident-words.ts';
import { tollsInWords } from '../toll-words.ts';
import { eventTypeInWords } from '../words.ts';

/** The two lists that timemap reads: events, and the sources they name. Incidents without a day or point are left out. */
export function timemapDocument(context: ExportContext): object {
  const events = context.record.incidents.flatMap(incident => timemapEvent(incident, context) ?? []);
  return { casus: context.stamp, events, sources: context.record.reports.map(timemapSource) };
}

function timemapEvent(incident: Incident, context: ExportContext): object | null {
  const place = incident.places.find(({ lat }) => lat !== null);
  const { start } = incident.when;
  if (place === undefined || start === null) return null;
  const disputed = incident.contradictions.map(({ field }) => field);
  return {
    id: incident.id,
    description: [incidentSentence(incident), tollsInWords(incident)].filter(Boolean).join('. '),
    date: start,
    time: '',
    time_precision: incident.when.precision === 1 ? 'day' : `${start} to ${incident.when.end}`,
    location: place.name,
    latitude: String(place.lat),
    longitude: String(place.lon),
    location_precision: `within ${place.radiusKm} km`,
    type: eventTypeInWords(incident.type),
    category: incident.type,
    associations: [
      ...new Set([...incident.roles.map(({ actor }) => actor.name), ...disputed.map(field => `contested: ${field}`)]),
    ],
    sources: reportsOfIncident(incident, context).map(({ id }) => id),
    comments: `radius ${place.radiusKm} km`,
  };
}

function timemapSource(report: Report): object {
  const headline = report.headline === null ? '' : report.text.slice(report.headline.start, report.headline.end);
  return {
    id: report.id,
    title: headline,
    thumbnail: '',
    paths: report.url === null ? [] : [report.url],
    type: 'Report',
    affil_s: report.source === null ? [] : [report.source.name],
    url: report.url ?? '',
    description: report.source?.name ?? '',
    parent: '',
    author: '',
    date: report.publishedAt ?? '',
    notes: report.syndicatedFrom === null ? '' : `taken from ${report.syndicatedFrom}`,
  };
}
