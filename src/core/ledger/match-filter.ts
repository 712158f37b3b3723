import type { Box, Filter } from './filter.ts';
import {
  type ClaimRow,
  type IncidentRow,
  leastProduct,
  type ReportRow,
  type TollRow,
  unitVector,
} from './rows/index.ts';
import { foldedName, saysAll, searchTerms } from './search-words.ts';

type Placed = Pick<ClaimRow, 'lat' | 'lon' | 'x' | 'y' | 'z' | 'country' | 'admin1'>;
type Dated = Pick<ClaimRow, 'day_start' | 'day_end'>;
type Figured = Pick<ClaimRow, 'harm' | 'unit' | 'figure_min' | 'figure_max'>;

/** What a claim is found by beside its own columns: who takes part, who published it, and its incidents. */
export interface ClaimSurroundings {
  readonly actors: readonly string[];
  readonly report: ReportRow;
  readonly incidents: readonly { readonly id: string; readonly isContradicted: boolean }[];
}

/** Whether a claim is one of those asked for; `actors` are the keys of those meant, null where none is asked for. */
export function claimMatches(
  row: ClaimRow,
  { actors, report, incidents }: ClaimSurroundings,
  filter: Filter,
  meant: ReadonlySet<string> | null,
): boolean {
  return (
    isWithinDays(row, filter) &&
    isPlaced(row, filter) &&
    (filter.type === undefined || row.event_type === filter.type) &&
    (meant === null || actors.some(key => meant.has(key))) &&
    hasFigure(row, filter) &&
    (filter.incident === undefined || incidents.some(({ id }) => id === filter.incident)) &&
    (filter.contradicted === undefined ||
      incidents.some(({ isContradicted }) => isContradicted === filter.contradicted)) &&
    tellsOf(row, report, filter) &&
    (filter.text === undefined || saysAll(row.words.split(' '), searchTerms(filter.text)))
  );
}

/** The part of a filter that always speaks of one claim, whatever is looked for. */
export function tellsOf(row: ClaimRow, report: ReportRow, filter: Filter): boolean {
  const { kind, act, scope, claimant, source } = filter;
  return (
    isReviewed(row, filter) &&
    (filter.claim === undefined || row.id === filter.claim) &&
    (kind === undefined || row.kind === kind) &&
    (act === undefined || row.act === act) &&
    (scope === undefined || row.scope === scope) &&
    (claimant === undefined || row.claimant_folded.includes(foldedName(claimant))) &&
    (source === undefined || report.source_folded.includes(foldedName(source))) &&
    (filter.report === undefined || row.report_id === filter.report)
  );
}

/** What was rejected is found only where it is asked for. */
function isReviewed({ review }: ClaimRow, filter: Filter): boolean {
  return filter.review === 'edited' || filter.review === 'rejected' ? review === filter.review : review !== 'rejected';
}

export function incidentMatches(
  row: IncidentRow,
  tolls: readonly TollRow[],
  actors: readonly string[],
  filter: Filter,
  meant: ReadonlySet<string> | null,
): boolean {
  return (
    isWithinDays(row, filter) &&
    isPlaced(row, filter) &&
    (filter.type === undefined || row.type === filter.type) &&
    (filter.incident === undefined || row.id === filter.incident) &&
    (filter.contradicted === undefined || row.contradictions > 0 === filter.contradicted) &&
    (meant === null || actors.some(key => meant.has(key))) &&
    (!asksFigure(filter) || tolls.some(toll => hasFigure(toll, filter)))
  );
}

export function asksFigure({ harm, atLeast, atMost }: Filter): boolean {
  return harm !== undefined || atLeast !== undefined || atMost !== undefined;
}

/** Whether an incident is asked for by what one of its claims says. */
export function asksClaim({ claim, kind, act, scope, review, claimant, source, report, text }: Filter): boolean {
  return [claim, kind, act, scope, review, claimant, source, report, text].some(value => value !== undefined);
}

/** Families are no persons: a figure of them is never compared with one. */
export function hasFigure(row: Figured, { harm, atLeast, atMost }: Filter): boolean {
  if (harm !== undefined && row.harm !== harm) return false;
  if (atLeast === undefined && atMost === undefined) return true;
  if (row.unit === 'families' || row.figure_max === null || row.figure_min === null) return false;
  return (atLeast === undefined || row.figure_max >= atLeast) && (atMost === undefined || row.figure_min <= atMost);
}

export function isWithinDays({ day_start, day_end }: Dated, { from, to }: Filter): boolean {
  if (from === undefined && to === undefined) return true;
  if (day_start === null || day_end === null) return false;
  return (from === undefined || day_end >= from) && (to === undefined || day_start <= to);
}

function isPlaced(row: Placed, { country, admin1, box, near }: Filter): boolean {
  if (country !== undefined && row.country !== country) return false;
  if (admin1 !== undefined && row.admin1 !== admin1) return false;
  if (box !== undefined && !isWithinBox(row, box)) return false;
  if (near === undefined) return true;
  if (row.x === null || row.y === null || row.z === null) return false;
  const { x, y, z } = unitVector(near.lat, near.lon);
  return row.x * x + row.y * y + row.z * z >= leastProduct(near.km);
}

function isWithinBox({ lat, lon, x }: Placed, { west, south, east, north }: Box): boolean {
  if (x === null || lat === null || lon === null || lat < south || lat > north) return false;
  return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
}
