import type { Doc } from '../language/doc.ts';
import type { Claim } from '../model/claim.ts';
import type { Coding } from '../model/coding.ts';
import { coderName, problemsOf } from './code.ts';
import type { Codebook } from './codebook.ts';
import { contextOf } from './context.ts';
import type { Draft } from './draft.ts';
import { finish, keptDrafts } from './finish.ts';
import { PARSERS, REFINERS } from './grammar.ts';
import { speakersOf } from './speakers.ts';

/** A proposal on its way to a claim: who made it, what was changed, and what became of it. */
export interface ExplainedDraft {
  readonly kind: Draft['kind'];
  /** The token whose word made the parser propose it. */
  readonly anchor: number;
  /** The words that it stands on. */
  readonly range: { readonly start: number; readonly end: number };
  /** Name of the parser or refiner that proposed it, as its file is called. */
  readonly proposedBy: string;
  readonly rule: string;
  /** The refiners that changed it, in order, each with the fields that it changed. */
  readonly changes: readonly { readonly refiner: string; readonly fields: readonly string[] }[];
  /** Which refiner dropped it and why; null where it was kept. */
  readonly dropped: { readonly refiner: string; readonly why: string } | null;
  /** Null where it was dropped. */
  readonly claim: Claim | null;
}

/** A coding, and how it came about. */
export interface ExplainedCoding {
  readonly coding: Coding;
  readonly drafts: readonly ExplainedDraft[];
}

/** Codes a document as `code` does, and tells of every proposal which parser made it and what each refiner did to it. */
export function explainCoding(doc: Doc, codebook: Codebook): ExplainedCoding {
  const context = contextOf(doc, codebook);
  const speakers = speakersOf(context);
  let histories: readonly History[] = PARSERS.flatMap(parser =>
    parser(context, speakers).map(draft => newHistory(draft, parser.name)),
  );
  const lost: History[] = [];
  for (const refiner of REFINERS) {
    const drafts = histories.map(({ draft }) => draft);
    histories = refined(histories, refiner(drafts, context, speakers), refiner.name, lost);
  }
  const drafts = histories.map(({ draft }) => draft);
  const coding = finish(drafts, context, coderName(codebook, doc.versions), problemsOf(doc, drafts));
  const claims = new Map(keptDrafts(drafts).map((draft, i) => [draft, coding.claims[i] ?? null]));
  return {
    coding,
    drafts: [...histories, ...lost].map(history => explained(history, claims.get(history.draft) ?? null)),
  };
}

interface History {
  /** The proposal as the last refiner left it. */
  draft: Draft;
  readonly proposedBy: string;
  readonly changes: { refiner: string; fields: string[] }[];
  dropped: { refiner: string; why: string } | null;
}

function newHistory(draft: Draft, name: string): History {
  return { draft, proposedBy: fileName(name), changes: [], dropped: null };
}

/** The histories after one refiner, in the order of its drafts; what it left out goes to `lost`. */
function refined(
  before: readonly History[],
  after: readonly Draft[],
  name: string,
  lost: History[],
): readonly History[] {
  const refiner = fileName(name);
  const open = new Set(before);
  const byDraft = new Map(before.map(history => [history.draft, history]));
  const untouched = after.map(draft => byDraft.get(draft));
  for (const history of untouched) if (history !== undefined) open.delete(history);
  const histories = after.map((draft, i) => {
    const known = untouched[i] ?? [...open].find(history => history.draft.key === draft.key);
    if (known === undefined) return newHistory(draft, name);
    open.delete(known);
    if (known.draft !== draft) note(known, draft, refiner, before);
    return known;
  });
  for (const history of open) {
    history.dropped ??= { refiner, why: 'left out' };
    lost.push(history);
  }
  return histories;
}

/** Notes what a refiner made of a proposal. */
function note(history: History, now: Draft, refiner: string, others: readonly History[]): void {
  const fields = changedFields(history.draft, now).filter(field => field !== 'dropped');
  if (fields.length > 0) history.changes.push({ refiner, fields });
  if (now.dropped !== null) history.dropped ??= { refiner, why: withoutKeys(now.dropped, others) };
  history.draft = now;
}

function changedFields(a: Draft, b: Draft): string[] {
  const [one, two] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...one.keys(), ...two.keys()])].filter(
    field => JSON.stringify(one.get(field)) !== JSON.stringify(two.get(field)),
  );
}

/** A reason in which other drafts are named by what they say and not by their keys. */
function withoutKeys(why: string, others: readonly History[]): string {
  const named = others.find(({ draft }) => why.includes(draft.key));
  return named === undefined
    ? why
    : why.replace(named.draft.key, `the ${named.draft.kind} claim of ${named.draft.rule}`);
}

function explained({ draft, proposedBy, changes, dropped }: History, claim: Claim | null): ExplainedDraft {
  const { kind, anchor, range, rule } = draft;
  return { kind, anchor, range, proposedBy, rule, changes, dropped: claim === null ? dropped : null, claim };
}

/** `dropOverlap` stands in drop-overlap.ts. */
function fileName(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
