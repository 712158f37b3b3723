import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A claim of the gold set as `../shared/gold-dev/README.md` lays it down; fields that only some kinds have are optional. */
export interface GoldClaim {
  readonly id: string;
  readonly kind: string;
  readonly quote: string;
  readonly claimant: { readonly name: string; readonly text: string | null };
  readonly via?: readonly string[];
  readonly act: string;
  readonly certainty: string;
  readonly polarity: string;
  readonly hedges: readonly string[];
  readonly incident: string | null;
  readonly scope: string;
  readonly harm?: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly qualifier?: string;
  readonly victims?: GoldVictims;
  readonly unit?: string;
  readonly supersedes?: readonly string[];
  readonly type?: string;
  readonly actor?: string | null;
  readonly recipient?: string | null;
  readonly place?: string | null;
  readonly when?: string | null;
  readonly object?: { readonly what: string; readonly low: number | null; readonly high: number | null };
  readonly began?: boolean;
  readonly outcome?: 'repelled' | 'failed';
  readonly about?: string;
  readonly rejects?: {
    readonly harm: string;
    readonly side: string | null;
    readonly low: number | null;
    readonly high: number | null;
  };
}

export interface GoldVictims {
  readonly side: string | null;
  readonly status: string;
  readonly partOf: string | null;
  readonly addsTo?: string;
  readonly incidentSide?: string;
}

export interface GoldReport {
  readonly file: string;
  readonly source: { readonly name: string; readonly kind: string; readonly affiliation: string | null };
  readonly published: string | null;
  readonly headline: string | null;
  readonly syndicatedFrom: string | null;
  readonly incidents: readonly string[];
  readonly claims: readonly GoldClaim[];
}

export interface GoldIncident {
  readonly id: string;
  readonly eventType: string;
  readonly when: { readonly start: string; readonly end: string };
  readonly place: {
    readonly name: string;
    readonly country: string;
    readonly lat: number;
    readonly lon: number;
    readonly toleranceKm: number;
  };
  readonly sideA: string | null;
  readonly sideB: string | null;
  readonly tolls: readonly GoldToll[];
  readonly contradictions: readonly { readonly field: string; readonly claims: readonly string[] }[];
}

export interface GoldToll {
  readonly harm: string;
  readonly side: string | null;
  readonly status: string;
  readonly unit?: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** One folder of the set, with the texts of its reports. */
export interface GoldFolder {
  readonly folder: string;
  readonly actors: Readonly<Record<string, readonly string[]>>;
  readonly reports: readonly GoldReport[];
  readonly incidents: readonly GoldIncident[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads every folder with a `gold.json` under a root, in the order of their names. */
export function readGoldSet(root: string): readonly GoldFolder[] {
  const folders = readdirSync(root).filter(name => existsSync(join(root, name, 'gold.json')));
  return folders.sort().map(folder => {
    const { actors, reports, incidents } = JSON.parse(readFileSync(join(root, folder, 'gold.json'), 'utf8'));
    const files: readonly GoldReport[] = reports;
    const texts = new Map(files.map(({ file }) => [file, readFileSync(join(root, folder, file), 'utf8')]));
    return { folder, actors, reports: files, incidents, texts };
  });
}
