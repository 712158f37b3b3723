import { civiliansOf, deathRows, sideTotal, totalDeaths, totalOf } from '../../model/deaths.ts';
import type { ActorRef, Incident, Report, Toll } from '../../model/index.ts';
import { type EventRow, eventRow, isRefusal, publishersOf, refusal } from '../event-row.ts';
import type { ExportContext } from '../export-context.ts';
import { stampLine } from '../stamp.ts';
import { type Cell, column, type Refusal, rowOf, type TableExport } from '../table.ts';

/** UCDP GED's 49 columns in its order (best, high, low), and three of ours at the end. */
const COLUMNS = [
  column('id', 'integer', 'Row number of this export: not a UCDP id.'),
  column('relid', 'text', 'Our incident id.'),
  column('year', 'integer', 'Year of date_start.', '#date+year'),
  column('active_year', 'integer', 'Empty: whether a dyad is active in a year is not ours to say.'),
  column('code_status', 'text', 'Empty.'),
  column('type_of_violence', 'integer', '1 state-based, 2 non-state, 3 one-sided.'),
  column('conflict_dset_id', 'integer', 'Empty: no mapping.'),
  column('conflict_new_id', 'integer', 'Empty: no mapping.'),
  column('conflict_name', 'text', 'Empty: no mapping.'),
  column('dyad_dset_id', 'integer', 'Empty: no mapping.'),
  column('dyad_new_id', 'integer', 'Empty: no mapping.'),
  column('dyad_name', 'text', 'Both sides.'),
  column('side_a_dset_id', 'integer', 'Empty: no mapping.'),
  column('side_a_new_id', 'integer', 'Empty: no mapping.'),
  column('side_a', 'text', 'The state, or the first side told.', '#group+name+first'),
  column('side_b_dset_id', 'integer', 'Empty: no mapping.'),
  column('side_b_new_id', 'integer', 'Empty: no mapping.'),
  column('side_b', 'text', 'The other side; Civilians in one-sided violence.', '#group+name+second'),
  column('number_of_sources', 'integer', 'Independent reports: copies of one text count once.'),
  column('source_article', 'text', 'Publisher, day and headline of each report.', '#meta+source'),
  column('source_office', 'text', 'Publishers, joined by ";".'),
  column('source_date', 'text', 'Publication days, joined by ";".'),
  column('source_headline', 'text', 'Headlines, joined by ";".', '#description'),
  column('source_original', 'text', 'Who says so inside the reports, joined by ";".'),
  column(
    'where_prec',
    'integer',
    '1 the place, 2 within 25 km, 3 district, 4 province, 5 fuzzy, 6 country, 7 sea or air.',
  ),
  column('where_coordinates', 'text', 'Name of the place.', '#loc+name'),
  column('where_description', 'text', 'Why this place.'),
  column('adm_1', 'text', 'Largest unit below the country.'),
  column('adm_2', 'text', 'Empty: our places do not carry it.'),
  column('latitude', 'number', 'Degrees, WGS 84.'),
  column('longitude', 'number', 'Degrees, WGS 84.'),
  column('geom_wkt', 'text', 'The point as WKT, longitude first.'),
  column('priogrid_gid', 'integer', 'Cell of PRIO-GRID.'),
  column('country', 'text', 'Country of the place.', '#country+name'),
  column('country_id', 'integer', 'Gleditsch–Ward number of the country.'),
  column('region', 'text', 'Region of the country.', '#region+name'),
  column('event_clarity', 'integer', '1 a single happening with a day, 2 less clear.'),
  column('date_prec', 'integer', '1 day, 2 two to six days, 3 week, 4 month, 5 longer.'),
  column('date_start', 'day', 'First day.', '#date+start'),
  column('date_end', 'day', 'Last day.', '#date+end'),
  column('deaths_a', 'integer', 'Dead of side a; 0 where nobody gives a figure, as UCDP writes it.'),
  column('deaths_b', 'integer', 'Dead of side b; 0 where nobody gives a figure.'),
  column('deaths_civilians', 'integer', 'Dead civilians; 0 where nobody gives a figure.'),
  column('deaths_unknown', 'integer', 'Dead whose side or status is not told.'),
  column(
    'best',
    'integer',
    'The sum of the four; by our policy, its lower bound where it finds no best.',
    '#affected+killed',
  ),
  column('high', 'integer', 'The upper bound over all accounts.', '#affected+killed+max'),
  column('low', 'integer', 'The lower bound over all accounts.', '#affected+killed+min'),
  column('gwnoa', 'integer', 'Gleditsch–Ward number of side a, where it is a state.'),
  column('gwnob', 'integer', 'Gleditsch–Ward number of side b, where it is a state.'),
  column('casus_incident_id', 'text', 'Id of the incident in the ledger.'),
  column('casus_claim_ids', 'text', 'Ids of the claims it rests on, joined by "; ".'),
  column('casus_export', 'text', 'Version, policy, time range and filters of this export.'),
] as const;

/** Incidents with deaths and two known sides as rows of UCDP GED's shape; the others come as refusals. */
export function ucdpTable(context: ExportContext): TableExport {
  const rows: (readonly Cell[])[] = [];
  const refusals: Refusal[] = [];
  for (const incident of context.record.incidents) {
    const row = ucdpRow(incident, context);
    if ('code' in row) refusals.push(row);
    else rows.push(rowOf(COLUMNS, { id: rows.length + 1, ...values(row, context) }));
  }
  return {
    table: { name: 'ucdp', title: 'Incidents in the shape of UCDP GED rows', columns: COLUMNS, rows },
    refusals,
  };
}

type UcdpRow = EventRow & { readonly dyad: Dyad; readonly deaths: Deaths };

function ucdpRow(incident: Incident, context: ExportContext): UcdpRow | Refusal {
  const row = eventRow(incident, context, { placePrecision: 7, datePrecision: 5 });
  if (isRefusal(row)) return row;
  const dyad = dyadOf(row);
  if (dyad === null) return refusal(incident, 'no-sides');
  const deaths = deathsOf(incident.tolls, dyad);
  return deaths.high === 0 ? refusal(incident, 'no-deaths') : { ...row, dyad, deaths };
}

interface Dyad {
  readonly a: ActorRef;
  /** Null: civilians, in one-sided violence. */
  readonly b: ActorRef | null;
  /** 1 state-based, 2 non-state, 3 one-sided. */
  readonly violence: 1 | 2 | 3;
}

const STATE: ReadonlySet<string> = new Set(['government', 'military', 'police']);
const GROUP: ReadonlySet<string> = new Set(['armed-group', 'militia']);

/** Side a is the state where there is one (GED codebook); a one-sided row has only the side that attacks. */
function dyadOf({ actors, recipients, incident, type }: EventRow): Dyad | null {
  const armed = [...actors, ...recipients].filter(actor => isState(actor) || isGroup(actor));
  const first = armed[0];
  if (first === undefined) return null;
  const opposed = armed.find(
    other => other !== first && (other.country !== first.country || !isState(other) || !isState(first)),
  );
  if (opposed !== undefined) {
    const [a, b] = isState(opposed) && !isState(first) ? [opposed, first] : [first, opposed];
    return { a, b, violence: isState(a) ? 1 : 2 };
  }
  const killed = new Set(deathRows(incident.tolls).map(({ status }) => status));
  const civilians =
    type.detail !== 'two-sided' &&
    (recipients.some(({ kind }) => kind === 'civilians') || (killed.has('civilian') && !killed.has('combatant')));
  return civilians && actors.includes(first) ? { a: first, b: null, violence: 3 } : null;
}

function isState({ kind }: ActorRef): boolean {
  return kind !== null && STATE.has(kind);
}

function isGroup({ kind }: ActorRef): boolean {
  return kind !== null && GROUP.has(kind);
}

interface Deaths {
  readonly a: number;
  readonly b: number;
  readonly civilians: number;
  readonly unknown: number;
  readonly best: number;
  readonly high: number;
  readonly low: number;
}

/** `best` is the sum of the four by construction; the total's surplus over the told sides is `deaths_unknown`. */
function deathsOf(tolls: readonly Toll[], { a, b }: Dyad): Deaths {
  const rows = deathRows(tolls);
  const ofSide = (side: ActorRef | null) =>
    side === null
      ? 0
      : (sideTotal(
          rows.filter(row => row.status !== 'civilian' && belongs(row.side, side)),
          'best',
        ) ?? 0);
  const civilians = civiliansOf(rows, 'best') ?? 0;
  const told = ofSide(a) + ofSide(b) + civilians;
  const total = Math.max(totalOf(rows, 'best') ?? 0, told);
  const range = totalDeaths(tolls);
  return {
    a: ofSide(a),
    b: ofSide(b),
    civilians,
    unknown: total - told,
    best: total,
    high: Math.max(range.high ?? total, total),
    low: Math.min(range.low ?? total, total),
  };
}

/** A row of "Niger" is of Niger's forces. */
function belongs(side: ActorRef | null, of: ActorRef): boolean {
  if (side === null) return false;
  if (side.id !== null && side.id === of.id) return true;
  if (side.name.toLowerCase() === of.name.toLowerCase()) return true;
  return isState(side) && isState(of) && side.country !== null && side.country === of.country;
}

function values(row: UcdpRow, context: ExportContext): Readonly<Record<string, Cell>> {
  const { incident, place, country, dyad, deaths } = row;
  const sideB = dyad.b?.name ?? 'Civilians';
  return {
    relid: incident.id,
    year: Number(row.start.slice(0, 4)),
    type_of_violence: dyad.violence,
    dyad_name: `${dyad.a.name} - ${sideB}`,
    side_a: dyad.a.name,
    side_b: sideB,
    number_of_sources: incident.independentSources,
    ...sourceValues(row),
    where_prec: place.precision,
    where_coordinates: place.name,
    where_description: place.why,
    adm_1: place.admin1,
    latitude: place.lat,
    longitude: place.lon,
    geom_wkt: `POINT (${place.lon} ${place.lat})`,
    priogrid_gid: priogridCell(place.lat, place.lon),
    country: country?.name ?? null,
    country_id: country?.gw ?? null,
    region: country?.ucdpRegion ?? null,
    event_clarity: row.datePrecision === 1 && place.precision <= 5 ? 1 : 2,
    date_prec: row.datePrecision,
    date_start: row.start,
    date_end: row.end,
    deaths_a: deaths.a,
    deaths_b: deaths.b,
    deaths_civilians: deaths.civilians,
    deaths_unknown: deaths.unknown,
    best: deaths.best,
    high: deaths.high,
    low: deaths.low,
    gwnoa: gwOf(dyad.a, context),
    gwnob: dyad.b === null ? null : gwOf(dyad.b, context),
    casus_incident_id: incident.id,
    casus_claim_ids: row.claims.map(({ id }) => id).join('; '),
    casus_export: stampLine(context.stamp),
  };
}

function sourceValues({ reports, claims }: EventRow): Readonly<Record<string, Cell>> {
  const speakers = claims.flatMap(({ claimant }) => claimant.actor?.name ?? claimant.words ?? []);
  return {
    source_article: reports
      .map(report => `"${[report.source?.name ?? '', report.publishedAt ?? '', headlineOf(report)].join(',')}"`)
      .join(';'),
    source_office: publishersOf(reports).join(';') || null,
    source_date: reports.flatMap(({ publishedAt }) => publishedAt ?? []).join(';') || null,
    source_headline:
      reports
        .map(headlineOf)
        .filter(headline => headline !== '')
        .join(';') || null,
    source_original: [...new Set(speakers)].join(';') || null,
  };
}

function headlineOf({ headline, text }: Report): string {
  return headline === null ? '' : text.slice(headline.start, headline.end).replace(/\s+/g, ' ').trim();
}

function gwOf(actor: ActorRef, context: ExportContext): number | null {
  return isState(actor) && actor.country !== null ? (context.countries.get(actor.country)?.gw ?? null) : null;
}

/** Cell of PRIO-GRID: half-degree cells, counted from the lower left one, 720 a row. */
export function priogridCell(lat: number, lon: number): number {
  const row = Math.min(359, Math.floor((lat + 90) / 0.5));
  const col = Math.min(719, Math.floor((lon + 180) / 0.5));
  return row * 720 + col + 1;
}
