import type { Outcome } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';

/** From the surest ground of a publication date to the weakest. */
const BASES: readonly NonNullable<Report['publishedBasis']>[] = ['given', 'metadata', 'dateline', 'text'];

/**
 * A report known already and read once more, as one. What is newly known is taken over and what is missing this time
 * stays; a date stands until one on at least as sure a ground comes; what ingest finds in the text is taken from the
 * newer reading. What is added to a ledger is coded from this, so that a coding never knows less than the ledger.
 */
export function mergeReport(known: Report, read: Report): Report {
  if (known.id !== read.id) throw new RangeError(`cannot merge report ${read.id} into ${known.id}`);
  return {
    ...read,
    ...published(known, read),
    source: mergeSource(known.source, read.source),
    url: read.url ?? known.url,
    byline: read.byline ?? known.byline,
    ...retrieval(known, read),
  };
}

/** The same for a report with the difficulties met in reading it: what the ledger knows already is none any more. */
export function mergeReading(known: Report, read: Outcome<Report>): Outcome<Report> {
  const value = mergeReport(known, read.value);
  const isDated = value.publishedAt !== null;
  return { value, problems: read.problems.filter(({ code }) => !(isDated && code === 'published-unknown')) };
}

/** When and from which bytes a text was first got: one fetching, so that its time and its bytes belong together. */
function retrieval(known: Report, read: Report): Pick<Report, 'retrievedAt' | 'provenance'> {
  const { retrievedAt, provenance } = known.retrievedAt === null && known.provenance === null ? read : known;
  return { retrievedAt, provenance };
}

function published(known: Report, read: Report): Pick<Report, 'publishedAt' | 'publishedBasis'> {
  const stands = rank(known.publishedBasis) < rank(read.publishedBasis);
  const { publishedAt, publishedBasis } = stands ? known : read;
  return { publishedAt, publishedBasis };
}

function rank(basis: Report['publishedBasis']): number {
  return basis === null ? BASES.length : BASES.indexOf(basis);
}

function mergeSource(known: Source | null, read: Source | null): Source | null {
  if (known === null || read === null) return read ?? known;
  return {
    name: read.name,
    kind: read.kind ?? known.kind,
    country: read.country ?? known.country,
    affiliation: read.affiliation ?? known.affiliation,
  };
}
