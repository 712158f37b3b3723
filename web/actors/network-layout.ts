import type { RelationLine } from '../../src/core/api/index.ts';

/** Another actor that stands in some relation to the one in the middle, with where it is drawn. */
export interface Neighbour {
  /** Id, or name where there is none. */
  readonly key: string;
  readonly name: string;
  readonly relations: readonly RelationLine[];
  readonly x: number;
  readonly y: number;
  /** On which side of its point the name has room. */
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Network {
  readonly width: number;
  readonly height: number;
  readonly centre: { readonly x: number; readonly y: number };
  readonly neighbours: readonly Neighbour[];
}

const WIDTH = 720;
const ROW = 34;
const HEIGHT_MIN = 240;

/**
 * Where the neighbours of an actor stand: on an ellipse round it, in the order of their names, so that the same relations
 * give the same picture. Relations of an actor with itself are left to the list.
 */
export function networkOf(
  actor: { readonly id: string | null; readonly name: string },
  relations: readonly RelationLine[],
): Network {
  const others = new Map<string, { name: string; relations: RelationLine[] }>();
  for (const relation of relations) {
    const other = isActor(relation.from, actor) ? relation.to : relation.from;
    if (isActor(other, actor)) continue;
    const key = other.id ?? other.name;
    const held = others.get(key) ?? { name: other.name, relations: [] };
    held.relations.push(relation);
    others.set(key, held);
  }
  const sorted = [...others].toSorted(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  const height = Math.max(HEIGHT_MIN, Math.ceil(sorted.length / 2) * ROW + 100);
  const centre = { x: WIDTH / 2, y: height / 2 };
  const neighbours = sorted.map(([key, held], i) => {
    const angle =
      (2 * Math.PI * i) / sorted.length - Math.PI / 2 + (sorted.length % 2 === 0 ? Math.PI / sorted.length : 0);
    const [x, y] = [centre.x + WIDTH * 0.28 * Math.cos(angle), centre.y + (height / 2 - 48) * Math.sin(angle)];
    return { key, ...held, x: rounded(x), y: rounded(y), anchor: anchorOf(Math.cos(angle)) };
  });
  return { width: WIDTH, height, centre, neighbours };
}

function isActor(
  ref: { readonly id: string | null; readonly name: string },
  actor: { readonly id: string | null; readonly name: string },
) {
  return ref.id !== null && actor.id !== null
    ? ref.id === actor.id
    : ref.name.toLowerCase() === actor.name.toLowerCase();
}

function anchorOf(cosine: number): Neighbour['anchor'] {
  if (Math.abs(cosine) < 0.2) return 'middle';
  return cosine > 0 ? 'start' : 'end';
}

function rounded(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
