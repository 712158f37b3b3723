import { contentId } from '../base/content-id.ts';
import { Claim } from '../model/claim.ts';
import { AUTHOR } from '../model/claimant.ts';
import type { Coding } from '../model/coding.ts';
import type { Event } from '../model/event.ts';
import { type Evidence, evidenceOf } from '../model/evidence.ts';
import type { Problem } from '../model/problem.ts';
import { type Context, spanOf } from './context.ts';
import type { Draft } from './draft.ts';
import { groupEvents } from './group-events.ts';

/** Turns the drafts that were kept into claims with ids and evidence, and groups the news among them into events. */
export function finish(
  drafts: readonly Draft[],
  context: Context,
  coder: string,
  problems: readonly Problem[],
): Coding {
  const kept = keptDrafts(drafts);
  const ids = claimIds(kept, context);
  const { report } = context.doc;
  const events: Event[] = [];
  const eventOf = new Map<Draft, string>();
  for (const group of groupEvents(kept, context)) {
    const claimIdsOfGroup = group.drafts.map(draft => ids.get(draft.key) ?? '').filter(id => id !== '');
    const id = contentId('evt', { report: report.id, claims: claimIdsOfGroup });
    for (const draft of group.drafts) eventOf.set(draft, id);
    const { type, roles, places, when } = group;
    events.push({ id, reportId: report.id, type, roles, places, when, claimIds: claimIdsOfGroup });
  }
  const claims = kept.map(draft => toClaim(draft, context, ids, eventOf.get(draft) ?? null));
  const content = { reportId: report.id, coder, claims, events, problems };
  return { id: contentId('cod', content), ...content };
}

/** The drafts that become claims, in the order in which they do. */
export function keptDrafts(drafts: readonly Draft[]): readonly Draft[] {
  return drafts
    .filter(({ dropped }) => dropped === null)
    .sort((a, b) => a.range.start - b.range.start || a.anchor - b.anchor);
}

/** Ids by draft key: the hash of what the claim says and where, with a number where a report says the same twice over. */
function claimIds(drafts: readonly Draft[], context: Context): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const draft of drafts) {
    const { key, anchor, range, ...content } = draft;
    const span = spanOf(context.tree.tokens, range);
    const bare = {
      report: context.doc.report.id,
      span,
      kind: content.kind,
      rule: content.rule,
      content: withoutKeys(content),
    };
    const id = contentId('clm', bare);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    ids.set(key, times === 1 ? id : contentId('clm', { ...bare, times }));
  }
  return ids;
}

/** Keys of other drafts are no content: they are written over by ids. */
function withoutKeys(content: Record<string, unknown>): Record<string, unknown> {
  const { supersedes, about, dropped, ...rest } = content;
  return rest;
}

function toClaim(draft: Draft, context: Context, ids: ReadonlyMap<string, string>, eventId: string | null): Claim {
  const { key, anchor, range, dropped, hedges, claimant, ...content } = draft;
  const { report } = context.doc;
  const idOf = (other: string | null) => (other === null ? null : (ids.get(other) ?? null));
  const claim = {
    ...content,
    ...(content.kind === 'casualty' && {
      victims: { ...content.victims, partOf: idOf(content.victims.partOf), addsTo: idOf(content.victims.addsTo) },
      supersedes: idOf(content.supersedes),
    }),
    ...(content.kind === 'denial' && { about: idOf(content.about) }),
    id: ids.get(key) ?? '',
    evidence: evidenceOf(report, spanOf(context.tree.tokens, range)),
    claimant: claimant ?? AUTHOR,
    hedges: hedges.map((hedge): Evidence => evidenceOf(report, spanOf(context.tree.tokens, hedge))),
    eventId: content.scope === 'incident' ? eventId : null,
  };
  return Claim.parse(claim);
}
