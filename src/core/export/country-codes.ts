import { readTable } from '../base/table.ts';

/** Codes and region names of a country, from `data/exports/country-codes.tsv`. */
export interface CountryCode {
  readonly iso3: string;
  /** ISO 3166-1 numeric, null where there is none. */
  readonly number: number | null;
  readonly name: string;
  /** Gleditsch–Ward number, null where the list has none. */
  readonly gw: number | null;
  /** Correlates of War number. */
  readonly cow: number | null;
  readonly acledRegion: string;
  readonly ucdpRegion: string;
}

/** Reads the table, by ISO 3166-1 alpha-3 code. */
export function readCountryCodes(text: string): ReadonlyMap<string, CountryCode> {
  return new Map(
    readTable(text).map(row => {
      const { iso3 = '', name = '', acled_region = '', ucdp_region = '' } = row;
      const number = (field: string | undefined) => (field ? Number(field) : null);
      const code = { iso3, name, number: number(row['number']), gw: number(row['gw']), cow: number(row['cow']) };
      return [iso3, { ...code, acledRegion: acled_region, ucdpRegion: ucdp_region }];
    }),
  );
}
