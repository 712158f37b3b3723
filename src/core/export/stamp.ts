import { VERSION } from '../base/version.ts';

/** What every export says of itself, so that a file that travels alone still tells how it came to be. */
export interface Stamp {
  /** `casus 0.1.0`. */
  readonly generator: string;
  /** Toll policy by which ranges were made, `ranges@1`. */
  readonly policy: string;
  /** Coders of the claims, `rules@0.1.0+…`, sorted. */
  readonly coders: readonly string[];
  /** The filters that were set, in words; empty: everything in the ledger. */
  readonly filters: readonly string[];
  /** First and last day that the incidents tell of, null where none is dated. */
  readonly from: string | null;
  readonly until: string | null;
  /** Whether names of private persons were taken out. */
  readonly redacted: boolean;
}

export const NOTICE =
  'Derived from news reports by casus. Rows like those of ACLED, UCDP, PLOVER or POLECAT follow their public formats and are not products of those projects. Figures are what reports say, not what casus finds true.';

/** The stamp of an export. The days are those of the incidents given. */
export function stampOf(options: {
  readonly policy: string;
  readonly coders: readonly string[];
  readonly filters?: readonly string[];
  readonly days: readonly { readonly start: string | null; readonly end: string | null }[];
  readonly redacted?: boolean;
}): Stamp {
  const starts = options.days.flatMap(({ start }) => (start === null ? [] : [start])).sort();
  const ends = options.days.flatMap(({ end }) => (end === null ? [] : [end])).sort();
  return {
    generator: `casus ${VERSION}`,
    policy: options.policy,
    coders: [...new Set(options.coders)].sort(),
    filters: options.filters ?? [],
    from: starts[0] ?? null,
    until: ends.at(-1) ?? null,
    redacted: options.redacted ?? false,
  };
}

/** The stamp in one line: `casus 0.1.0; policy ranges@1; 2025-10-11 to 2025-10-15; country AFG`. */
export function stampLine(stamp: Stamp): string {
  const days = stamp.from === null ? 'no dated incidents' : `${stamp.from} to ${stamp.until}`;
  return [
    stamp.generator,
    `policy ${stamp.policy}`,
    days,
    stamp.filters.length === 0 ? 'no filter' : stamp.filters.join(', '),
    ...(stamp.redacted ? ['private persons redacted'] : []),
  ].join('; ');
}
