import { expect, test } from 'vitest';
import type { RelationLine } from '../../src/core/api/index.ts';
import { networkOf } from './network-layout.ts';

const ref = (name: string, id: string | null = null) => {
  return { id, name, kind: null, country: null, span: null, basis: 'stated', rule: null } as const;
};

function relation(from: ReturnType<typeof ref>, to: ReturnType<typeof ref>, type: RelationLine['type'] = 'allied') {
  return { type, from, to, valid: 'present', polarity: 'positive', evidence: [] } as const;
}

const front = ref('Northern Front', 'org:front');

test('draws each other actor once, however many relations there are', () => {
  const { neighbours } = networkOf(front, [
    relation(front, ref('Westmark', 'state:wm')),
    relation(ref('Westmark', 'state:wm'), ref('The Front', 'org:front'), 'sponsors'),
    relation(ref('river guard'), front, 'hostile'),
    relation(front, front, 'splinter'),
  ]);
  expect(neighbours.map(({ key, relations }) => [key, relations.length])).toEqual([
    ['state:wm', 2],
    ['river guard', 1],
  ]);
});

test('gives the same picture in whatever order the relations come, and every name room', () => {
  const relations = Array.from({ length: 12 }, (_, i) => relation(front, ref(`group ${i}`)));
  const network = networkOf(front, relations);
  expect(networkOf(front, relations.toReversed())).toEqual(network);
  for (const [i, one] of network.neighbours.entries()) {
    expect(one.x > 0 && one.x < network.width && one.y > 0 && one.y < network.height).toBe(true);
    for (const other of network.neighbours.slice(i + 1)) {
      if (other.anchor === one.anchor)
        expect(Math.abs(other.y - one.y), `${one.name} and ${other.name}`).toBeGreaterThan(14);
    }
  }
});
