import type { CasusError } from '../../core/base/error.ts';
import type { ReportInput, ReportMetadata } from '../../core/ingest/index.ts';

/** One report to be read, or why it cannot be, under the name it was asked for. */
export type SourceItem = ReadItem | FailedItem;

export interface ReadItem {
  readonly name: string;
  readonly input: ReportInput;
  /** The bytes as they came, whose hash stands in the report's provenance. */
  readonly raw: Uint8Array;
  /** To be called when the report is in the ledger: until then a watcher offers it again after it was stopped. */
  readonly stored?: () => Promise<void>;
}

export interface FailedItem {
  readonly name: string;
  readonly error: CasusError;
}

/** Bytes as they came, and what is known of them before anybody has looked inside. */
export interface RawDocument {
  /** What a person calls it: a path, an address, or an archive and the entry in it. */
  readonly name: string;
  /** The same without the folders of one machine: what provenance says. */
  readonly from: string;
  readonly bytes: Uint8Array;
  /** What a server or archive says it is, in small letters and without parameters. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly url: string | null;
  readonly retrievedAt: string | null;
  readonly fetchedBy: string | null;
  /** What the feed, table or message that it came with says of it. */
  readonly metadata: ReportMetadata;
}

/** A document of which nothing is known but its name and bytes. */
export function rawDocument(name: string, bytes: Uint8Array, known: Partial<RawDocument> = {}): RawDocument {
  return {
    name,
    from: name,
    bytes,
    mediaType: null,
    charset: null,
    url: null,
    retrievedAt: null,
    fetchedBy: null,
    metadata: {},
    ...known,
  };
}
