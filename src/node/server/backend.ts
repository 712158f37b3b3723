import type { Readable } from 'node:stream';
import type { Knowledge } from '../../core/api/index.ts';
import type { Explanation } from '../../core/export/explanation.ts';
import type { Decided, Filter, Store } from '../../core/ledger/index.ts';
import type { PublicRecord } from '../../core/model/index.ts';
import type { AddedAnswer, AddressBody, ArticleAnswer, DecisionBody, PageBody, ReportBody } from './bodies.ts';

/** A file that was made of a ledger, or of a part of it. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable;
  /** How many incidents could not become a row. */
  readonly leftOut: number;
}

export interface ExportRequest {
  readonly format: string;
  readonly filter: Filter;
  /** What a table becomes: csv, tsv, json, parquet, arrow, xlsx; null: what the format is by itself. */
  readonly as: string | null;
  readonly policy: string | undefined;
  readonly hxl: boolean;
  readonly redact: boolean;
}

/** What the server hands its requests on to: it knows HTTP, and these know the ledger and how to code. */
export interface Backend {
  readonly store: Store;
  readonly knowledge: Knowledge;
  /** Throws the `CasusError` of a ledger that is not where it was any more. */
  checkLedger(): Promise<void>;
  /** Codes a text and keeps nothing. */
  read(body: ReportBody): Promise<PublicRecord>;
  explain(body: ReportBody): Promise<Explanation>;
  /** Throws `page-without-article` where there is no running text, `file-damaged` for a page beyond reason. */
  article(body: PageBody): Promise<ArticleAnswer>;
  /** The same of the page of an address. Throws what fetching throws: private addresses are refused. */
  fetchArticle(body: AddressBody): Promise<ArticleAnswer>;
  add(body: ReportBody): Promise<AddedAnswer>;
  decide(body: DecisionBody, by: string): Promise<Decided>;
  exportFile(request: ExportRequest): Promise<ExportedFile>;
  /** A file of what the page reads texts with, by its name; null where there is none of that name. */
  readerFile(name: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}
