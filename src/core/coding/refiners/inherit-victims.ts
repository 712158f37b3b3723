import type { Context } from '../context.ts';
import type { Draft, DraftOf } from '../draft.ts';
import { isBareFigure } from '../nouns.ts';

/**
 * A bare figure goes on counting those of the figure before it in its sentence: "18 soldiers were killed and 22 captured",
 * "eight others", "another" (codebook §6.2). Side and status are then those of the figure before; where its sentence has
 * none before, those of all victims told of so far in the report, as long as they are of one side and status.
 */
export function inheritVictims(drafts: readonly Draft[], context: Context): readonly Draft[] {
  const before = new Map<number, DraftOf<'casualty'>>();
  const told = new Map<string, DraftOf<'casualty'>>();
  const lastOf = new Map<string, DraftOf<'casualty'>>();
  const parts = partsByWhole(drafts);
  const inOrder = [...drafts].sort((a, b) => a.range.start - b.range.start || a.anchor - b.anchor);
  const wholes = new Map<string, DraftOf<'casualty'>>();
  return inOrder.map(draft => {
    if (draft.kind !== 'casualty' || draft.dropped !== null) return draft;
    const { sentence } = context.tree.tokens[draft.anchor];
    const whole = likeWhole(ofParts(draft, parts.get(draft.key) ?? [], context), wholes);
    const same = before.get(sentence) ?? (isRest(draft) ? lastOf.get(draft.harm) : undefined);
    const done = inherited(
      restOf(whole, lastOf.get(draft.harm)),
      same ?? onlyVictims([...told.values()], draft),
      context,
    );
    wholes.set(done.key, done);
    if (isTelling(done)) before.set(sentence, done);
    if (isTelling(done)) lastOf.set(done.harm, done);
    if (isTelling(done) && (done.scope === 'incident' || done.scope === 'period'))
      told.set(`${done.victims.status} ${done.victims.side?.name ?? ''}`, done);
    return done;
  });
}

/** "The other two", "the remaining three", "the rest": of those counted last in that state, in whichever sentence. */
function isRest({ victims }: DraftOf<'casualty'>): boolean {
  return /^the (?:others?|remaining|rest|last)\b/i.test(victims.words ?? '');
}

/** "The other two" of six are part of the six (codebook §5.4). */
function restOf(draft: DraftOf<'casualty'>, all: DraftOf<'casualty'> | undefined): DraftOf<'casualty'> {
  if (all === undefined || !isRest(draft) || draft.victims.partOf !== null || draft.rule === 'casualty/part')
    return draft;
  const [size, rest] = [all.estimate.best ?? all.estimate.low ?? 0, draft.estimate.best ?? draft.estimate.high ?? 0];
  return all.victims.partOf === null && rest > 0 && rest < size && all.scope === draft.scope
    ? { ...draft, victims: { ...draft.victims, partOf: all.key } }
    : draft;
}

/** The victims that all figures before were of; soldiers only where the same speaker goes on counting. */
function onlyVictims(
  told: readonly DraftOf<'casualty'>[],
  draft: DraftOf<'casualty'>,
): DraftOf<'casualty'> | undefined {
  const [only, other] = told;
  if (only === undefined || other !== undefined) return undefined;
  const goesOn = only.victims.side !== null && draft.rule !== 'casualty/toll' && voiceOf(draft) === voiceOf(only);
  return only.victims.status === 'civilian' || goesOn ? only : undefined;
}

/** Who counts: a named party, or any of those who are none. */
function voiceOf({ claimant }: DraftOf<'casualty'>): string {
  return claimant?.actor?.name ?? '';
}

function partsByWhole(drafts: readonly Draft[]): ReadonlyMap<string, readonly DraftOf<'casualty'>[]> {
  const parts = new Map<string, DraftOf<'casualty'>[]>();
  for (const draft of drafts) {
    if (draft.kind !== 'casualty' || draft.dropped !== null || draft.victims.partOf === null) continue;
    parts.set(draft.victims.partOf, [...(parts.get(draft.victims.partOf) ?? []), draft]);
  }
  return parts;
}

/** "13 killed (8 villagers, 5 traders)": where parts say who all of them were, and say the same, so was the whole. */
function ofParts(
  whole: DraftOf<'casualty'>,
  parts: readonly DraftOf<'casualty'>[],
  context: Context,
): DraftOf<'casualty'> {
  if (whole.victims.status !== 'unknown' || whole.victims.side !== null) return whole;
  if (parts.some(part => isOfFamilies(part, context)) && covers(parts, whole))
    return { ...whole, victims: { ...whole.victims, status: 'civilian' } };
  const telling = parts.filter(({ victims }) => victims.status !== 'unknown');
  const names = new Set(telling.map(({ victims }) => `${victims.status} ${victims.side?.name}`));
  if (names.size !== 1 || !covers(telling, whole)) return whole;
  const { side, status } = telling[0].victims;
  const implied = side === null ? null : { ...side, span: null, basis: 'implied' as const, rule: 'side/its-parts' };
  return { ...whole, victims: { ...whole.victims, side: implied, status } };
}

/** A part of which the words say nothing keeps side and status of its whole, as they have been settled. */
function likeWhole(draft: DraftOf<'casualty'>, wholes: ReadonlyMap<string, DraftOf<'casualty'>>): DraftOf<'casualty'> {
  const { partOf, side, status } = draft.victims;
  const whole = partOf === null ? undefined : wholes.get(partOf);
  if (whole === undefined || side !== null || status !== 'unknown') return draft;
  return { ...draft, victims: { ...draft.victims, side: whole.victims.side, status: whole.victims.status } };
}

/** Whether parts account for all of their whole. */
function covers(parts: readonly DraftOf<'casualty'>[], { estimate }: DraftOf<'casualty'>): boolean {
  const counted = parts.reduce((sum, part) => sum + (part.estimate.best ?? part.estimate.low ?? 0), 0);
  return counted >= (estimate.best ?? estimate.low ?? Number.POSITIVE_INFINITY);
}

/** Women, children and men who make up all of a figure are no troop. */
function isOfFamilies({ victims }: DraftOf<'casualty'>, context: Context): boolean {
  const words = victims.words?.toLowerCase().split(/\s+/) ?? [];
  return words.some(word => context.codebook.wordSets['women-and-children'].has(word));
}

function inherited(
  draft: DraftOf<'casualty'>,
  model: DraftOf<'casualty'> | undefined,
  context: Context,
): DraftOf<'casualty'> {
  const { side, status } = draft.victims;
  if (model === undefined || side !== null || status !== 'unknown' || draft.rule === 'casualty/part') return draft;
  if (!isBareFigure(context, draft.victims.span, draft.anchor)) return draft;
  const known = model.victims.side;
  const implied =
    known === null ? null : { ...known, span: null, basis: 'implied' as const, rule: 'side/figure-before' };
  return { ...draft, victims: { ...draft.victims, side: implied, status: model.victims.status } };
}

/** Parts do not stand for all: "among them two soldiers" says nothing of the next figure. */
function isTelling({ victims, rule }: DraftOf<'casualty'>): boolean {
  return rule !== 'casualty/part' && (victims.side !== null || victims.status !== 'unknown');
}
