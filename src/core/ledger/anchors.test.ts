import { describe, expect, test } from 'vitest';
import { ROAD_CODING } from '../../../test/fixtures/constructed-record.ts';
import type { Casualty, Coding } from '../model/index.ts';
import { anchorOfClaim, anchorOfEvent, findAnchor } from './anchors.ts';

const RENAMED: Coding = {
  ...ROAD_CODING,
  claims: ROAD_CODING.claims.map(claim => ({
    ...claim,
    id: `new-${claim.id}`,
    eventId: claim.eventId === null ? null : `new-${claim.eventId}`,
  })),
  events: ROAD_CODING.events.map(event => ({
    ...event,
    id: `new-${event.id}`,
    claimIds: event.claimIds.map(id => `new-${id}`),
  })),
};
const casualty = RENAMED.claims.find((claim): claim is Casualty => claim.kind === 'casualty')!;
const others = RENAMED.claims.filter(claim => claim !== casualty);
const old = ROAD_CODING.claims.find(claim => `new-${claim.id}` === casualty.id)!;

describe('a claim is found again', () => {
  test.each(ROAD_CODING.claims.map(claim => [claim.id, claim] as const))('%s, under another id', (id, claim) => {
    expect(findAnchor(anchorOfClaim(claim), ROAD_CODING)).toBe(id);
    expect(findAnchor(anchorOfClaim(claim), RENAMED)).toBe(`new-${id}`);
  });

  const moved = (start: number, end: number): Casualty => {
    const { span } = casualty.evidence;
    return {
      ...casualty,
      evidence: { ...casualty.evidence, span: { start: span.start + start, end: span.end + end } },
    };
  };
  const length = casualty.evidence.span.end - casualty.evidence.span.start;
  test.each<[string, readonly Casualty[], string | null]>([
    ['with another clause around the words', [moved(-5, 3)], casualty.id],
    ['of two the one that shares more words', [moved(-9, 9), { ...moved(-1, 0), id: 'near' }], 'near'],
    ['not in other words', [moved(length, length)], null],
    ['not with another harm', [{ ...casualty, harm: casualty.harm === 'killed' ? 'injured' : 'killed' }], null],
    ['not where two are as like', [casualty, { ...casualty, id: 'twin' }], null],
  ])('%s', (_, claims, found) => {
    expect(findAnchor(anchorOfClaim(old), { ...RENAMED, claims: [...others, ...claims] })).toBe(found);
  });

  test('of two figures of one clause by whom they are about', () => {
    const { span } = casualty.evidence;
    const at = (id: string, start: number, end: number): Casualty => {
      const focus = { start: span.start + start, end: span.start + end };
      return { ...casualty, id, victims: { ...casualty.victims, span: focus } };
    };
    const anchor = anchorOfClaim(at('old-second', 12, 20));
    const coding = { ...RENAMED, claims: [at('first', 0, 8), at('second', 12, 20)] };
    expect(findAnchor(anchor, coding)).toBe('second');
  });
});

describe('an event is found again', () => {
  const [event] = ROAD_CODING.events;
  const anchor = anchorOfEvent(event!, ROAD_CODING);

  test('by the words of its claims', () => {
    expect(anchor.spans).toHaveLength(event!.claimIds.length);
    expect(findAnchor(anchor, ROAD_CODING)).toBe(event!.id);
    expect(findAnchor(anchor, RENAMED)).toBe(`new-${event!.id}`);
  });

  test('as the one of two that holds most of them', () => {
    const [renamed] = RENAMED.events;
    const [first, ...rest] = renamed!.claimIds;
    const small = { ...renamed!, id: 'small', claimIds: [first!] };
    const large = { ...renamed!, id: 'large', claimIds: rest };
    expect(findAnchor(anchor, { ...RENAMED, events: [small, large] })).toBe('large');
    expect(findAnchor(anchor, { ...RENAMED, events: [{ ...large, id: 'twin' }, large] })).toBeNull();
  });

  test('not in a coding without it, and never in another report', () => {
    expect(findAnchor(anchor, { ...RENAMED, events: [] })).toBeNull();
    expect(findAnchor(anchor, { ...ROAD_CODING, reportId: 'r_other' })).toBeNull();
  });
});
