import type { Site } from '../../src/core/api/site.ts';
import type { AnswerOf, RouteId } from './routes.ts';

/** What a view asks: the parameters in the path and those of the query, as they stand in an address. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** What a host of the page can do beside answering: a published page can do none of it. */
export interface Abilities {
  /** Files of the ledger in other formats. */
  readonly exports: boolean;
  /** Taking in new reports. */
  readonly add: boolean;
  /** Telling of changes as they come. */
  readonly changes: boolean;
}

/**
 * Where the page gets its answers: from a server, or from a record that was loaded with the page. Both answer by the
 * routes of `src/core/api`. A failure is a `SourceError`, which says what a reader can do.
 */
export interface DataSource {
  /** What the reader is looking at, in words: an address, or the day of a published record. */
  readonly name: string;
  readonly abilities: Abilities;
  /** What a published page stands on; null where a server answers. */
  readonly site: Site | null;
  ask<Id extends RouteId>(id: Id, asked?: Asked, signal?: AbortSignal): Promise<AnswerOf<Id>>;
  /** The address of a file to download, with the same query as a view; null where the host has no such files. */
  exportUrl(format: string, query: Readonly<Record<string, string | undefined>>): string | null;
}
