import type { Incident } from '../../model/index.ts';
import { type ExportContext, reportsOfIncident } from '../export-context.ts';
import { incidentSentence } from '../incident-words.ts';
import { NOTICE, stampLine } from '../stamp.ts';
import { tollsInWords } from '../toll-words.ts';
import { element, escaped } from '../write/xml.ts';

/** Incidents as an Atom feed (RFC 4287), those with the newest report first. Undated ones come last, as of the epoch. */
export function atomDocument(context: ExportContext): string {
  const entries = context.record.incidents
    .map(incident => ({ incident, updated: updatedOf(incident, context) }))
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.incident.id < b.incident.id ? -1 : 1));
  const root = element('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [
    text('id', `urn:casus:ledger:${[...context.stamp.filters].join(':') || 'all'}`),
    text('title', 'Incidents in the ledger'),
    text('subtitle', `${stampLine(context.stamp)}. ${NOTICE}`),
    text('updated', entries[0]?.updated ?? EPOCH),
    element('author', {}, [text('name', 'casus')]),
    element('generator', {}, [escaped(context.stamp.generator)]),
    ...entries.map(({ incident, updated }) => entry(incident, updated, context)),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

const EPOCH = '1970-01-01T00:00:00Z';

function entry(incident: Incident, updated: string, context: ExportContext): string {
  const reports = reportsOfIncident(incident, context);
  const links = reports.flatMap(({ url }) =>
    url !== null && /^https?:/.test(url) ? [element('link', { rel: 'related', href: url })] : [],
  );
  const words = [tollsInWords(incident), `Independent sources: ${incident.independentSources}`]
    .filter(Boolean)
    .join('. ');
  return element('entry', {}, [
    text('id', `urn:casus:${incident.id}`),
    text('title', incidentSentence(incident)),
    text('updated', updated),
    ...links,
    element('summary', { type: 'text' }, [escaped(words)]),
  ]);
}

function updatedOf(incident: Incident, context: ExportContext): string {
  const days = reportsOfIncident(incident, context).flatMap(({ publishedAt }) => publishedAt ?? []);
  const newest = days.sort().at(-1);
  return newest === undefined ? EPOCH : `${newest}T00:00:00Z`;
}

function text(name: string, content: string): string {
  return element(name, {}, [escaped(content)]);
}
