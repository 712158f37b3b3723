import { HARM_WORDS, rangeInWords, victimsInWords } from '../../../core/export/words.ts';
import type { Incident, PublicRecord } from '../../../core/model/index.ts';
import { incidentTitle } from './incident-title.ts';
import { hanging, type Page } from './page.ts';
import { visible } from './visible.ts';

const ID_LENGTH_MIN = 8;

/** The incidents of a record, newest first and undated ones last, each with its toll and how many tell of it. */
export function incidentList(record: PublicRecord, page: Page): readonly string[] {
  const incidents = [...record.incidents].sort(newestFirst);
  const short = shortIds(incidents.map(incident => incident.id));
  const told = new Set(incidents.flatMap(incident => incident.links.map(link => link.reportId)));
  const silent = record.reports.filter(report => !told.has(report.id)).length;
  const lines = incidents.flatMap((incident, i) => [
    ...(i === 0 ? [] : ['']),
    ...oneIncident(incident, short.get(incident.id) ?? incident.id, page),
  ]);
  if (incidents.length === 0) lines.push('This ledger holds no incident.');
  if (silent > 0) lines.push('', `${silent} of ${record.reports.length} reports tell of no incident.`);
  if (incidents.length > 0) lines.push('', 'casus show ID prints one with every account of it.');
  return lines;
}

function oneIncident(incident: Incident, id: string, page: Page): readonly string[] {
  const { contradictions, tolls, links, independentSources } = incident;
  const reports = new Set(links.map(link => link.reportId)).size;
  const voices = reports === 1 ? 'one report' : `${reports} reports, ${independentSources} independent`;
  const clash = contradictions.length === 0 ? '' : `; accounts contradict each other on ${fields(incident)}`;
  return [
    ...hanging('', visible(incidentTitle(incident)), page, 'title'),
    ...hanging('  ', `${id} · ${visible(voices)}`, page, 'faint'),
    ...tolls.flatMap(toll => {
      const who = victimsInWords(toll.side, toll.status);
      return hanging('  ', visible(`${HARM_WORDS[toll.harm]} ${rangeInWords(toll)}: ${who}`), page);
    }),
    ...(clash === '' ? [] : hanging('  ', visible(clash.slice(2)), page, 'alert')),
  ];
}

function fields({ contradictions }: Incident): string {
  return [...new Set(contradictions.map(({ field }) => field))].join(', ');
}

function newestFirst(a: Incident, b: Incident): number {
  const [left, right] = [a.when.start ?? '', b.when.start ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** The shortest beginning of each id that no other shares. */
function shortIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...ids].sort();
  return new Map(
    sorted.map((id, i) => {
      const shared = Math.max(commonLength(id, sorted[i - 1]), commonLength(id, sorted[i + 1]));
      return [id, id.slice(0, Math.max(ID_LENGTH_MIN, shared + 1))];
    }),
  );
}

function commonLength(a: string, b: string | undefined): number {
  let length = 0;
  while (b !== undefined && length < a.length && a[length] === b[length]) length += 1;
  return length;
}
