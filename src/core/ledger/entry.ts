import { z } from 'zod';
import { contentId } from '../base/content-id.ts';
import { Anchor } from '../model/anchor.ts';
import { Coding } from '../model/coding.ts';
import { Decision } from '../model/decision.ts';
import { Report } from '../model/report.ts';
import { asEarly, orEarly } from './early-entries.ts';
import { ResourceVersions } from './resource-versions.ts';

/** Version of the entries' shape. A reader refuses entries of a later one. */
export const ENTRY_FORMAT = 1;

const { id: _id, text: _text, ...headFields } = Report.unwrap().shape;

/** What is known about a report besides its text: everything that a correction may change. */
export const ReportHead = z
  .object(headFields)
  .refine(head => (head.publishedAt === null) === (head.publishedBasis === null), {
    error: 'publishedAt and publishedBasis are known together or not at all',
  })
  .readonly();
export type ReportHead = z.infer<typeof ReportHead>;

const entryFields = {
  /** Position in the ledger: 1, 2, 3 … without gaps. */
  seq: z.int().min(1),
  /** Hash of the content and of the entry before it, so a changed past entry breaks every id after it. */
  id: z.string().min(1),
  /** Id of the entry before it; null for the first. */
  previous: z.string().nullable(),
  format: z.literal(ENTRY_FORMAT),
} as const;

/** A report was read. */
export const ReportEntry = z.object({ ...entryFields, kind: z.literal('report'), report: orEarly(Report) }).readonly();

/** More, or other, is known about a report than was: the head that now holds. Its text never changes. */
export const CorrectionEntry = z
  .object({ ...entryFields, kind: z.literal('correction'), reportId: z.string().min(1), head: orEarly(ReportHead) })
  .readonly();

/** A report was coded. The newest coding of a report is the one that holds; the others stay as history. */
export const CodingEntry = z.object({ ...entryFields, kind: z.literal('coding'), coding: Coding }).readonly();

/** A reviewer decided. */
export const DecisionEntry = z.object({ ...entryFields, kind: z.literal('decision'), decision: Decision }).readonly();

/** What follows was coded and reconciled with these versions. */
export const ResourcesEntry = z
  .object({ ...entryFields, kind: z.literal('resources'), resources: ResourceVersions })
  .readonly();

/** An event came to stand under the id of an incident. */
export const NamedEvent = z.object({ incidentId: z.string().min(1), event: Anchor }).readonly();
export type NamedEvent = z.infer<typeof NamedEvent>;

/** Events stand in these incidents: incidents are derived, the ids under which people know them are kept. */
export const LinkEntry = z
  .object({ ...entryFields, kind: z.literal('link'), links: z.array(NamedEvent).min(1).readonly() })
  .readonly();

/** One line of the ledger. Entries are only ever added; everything else follows from them. */
export const Entry = z.discriminatedUnion('kind', [
  ReportEntry,
  CorrectionEntry,
  CodingEntry,
  DecisionEntry,
  ResourcesEntry,
  LinkEntry,
]);
export type Entry = z.infer<typeof Entry>;

type WithoutPlace<T> = T extends unknown ? Omit<T, keyof typeof entryFields> : never;

/** What an entry says, before the ledger gives it its place. */
export type EntryContent = WithoutPlace<Entry>;

/** An entry that adds no report: what a reviewer decided, with what was worked, what incidents are called. */
export type SideContent = Extract<EntryContent, { kind: 'decision' | 'resources' | 'link' }>;

/** The end of a ledger, to which the next entry is chained; null for an empty one. */
export type LedgerHead = Pick<Entry, 'seq' | 'id'> | null;

/** Puts contents at the end of a ledger: numbered on, each bound to the one before it. */
export function chain(head: LedgerHead, contents: readonly EntryContent[]): readonly Entry[] {
  const entries: Entry[] = [];
  let last = head;
  for (const content of contents) {
    const previous = last?.id ?? null;
    const place = {
      seq: (last?.seq ?? 0) + 1,
      id: entryId(previous, content),
      previous,
      format: ENTRY_FORMAT,
    } as const;
    const entry: Entry = { ...place, ...content };
    entries.push(entry);
    last = entry;
  }
  return entries;
}

/** Whether an entry stands where it was put and says what it said: its number, its chain and its hash fit. */
export function entryHolds(head: LedgerHead, entry: Entry): boolean {
  const { seq, id, previous, format: _format, ...content } = entry;
  if (seq !== (head?.seq ?? 0) + 1 || previous !== (head?.id ?? null)) return false;
  if (id === entryId(previous, content)) return true;
  const early = content.kind === 'report' || content.kind === 'correction' ? asEarly(content) : null;
  return early !== null && id === entryId(previous, early);
}

function entryId(previous: string | null, content: object): string {
  return contentId('ent', { previous, content });
}
