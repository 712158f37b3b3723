/** The sizes of a network: all but the counts of tags, labels and name labels must be multiples of 8. */
export interface NetworkShape {
  /** Numbers of a word's vector, padded. */
  readonly vector: number;
  /** Numbers of the sum of a word's learnt feature embeddings. */
  readonly embedding: number;
  /** Units of one direction of a recurrent layer. */
  readonly hidden: number;
  readonly layers: number;
  /** Size of the two views of a word that an arc is scored by. */
  readonly arc: number;
  /** Size of the hidden layer that names an arc. */
  readonly label: number;
  readonly tags: number;
  readonly labels: number;
  readonly names: number;
}

/** One matrix of a network, row after row. */
export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** Distances between a word and its head that have a weight of their own: up to 31 to either side, then all others. */
export const distanceBuckets = 64;

/** The matrices of a network in the order in which they are stored and trained. */
export function networkParameters(shape: NetworkShape): Parameter[] {
  const { vector, embedding, hidden, layers, arc, label } = shape;
  const width = 2 * hidden;
  const layer = (i: number): Parameter[] => [
    { name: `layer${i}`, rows: width, columns: 6 * hidden },
    { name: `gates${i}`, rows: 1, columns: 8 * hidden },
  ];
  return [
    { name: 'input', rows: vector + embedding, columns: width },
    { name: 'input.bias', rows: 1, columns: width },
    ...Array.from({ length: layers }, (_, i) => layer(i)).flat(),
    { name: 'tags', rows: width, columns: padded(shape.tags) },
    { name: 'tags.bias', rows: 1, columns: padded(shape.tags) },
    { name: 'names', rows: width, columns: padded(shape.names) },
    { name: 'names.bias', rows: 1, columns: padded(shape.names) },
    { name: 'views', rows: width, columns: 2 * arc + 2 * label },
    { name: 'views.bias', rows: 1, columns: 2 * arc + 2 * label },
    { name: 'root', rows: 1, columns: arc + label },
    { name: 'arcs', rows: arc, columns: arc },
    { name: 'arcs.bias', rows: 1, columns: arc },
    { name: 'distance', rows: 1, columns: distanceBuckets },
    { name: 'labels', rows: label, columns: padded(shape.labels) },
    { name: 'labels.bias', rows: 1, columns: padded(shape.labels) },
  ];
}

/** The next multiple of 8, which is what the matrix kernel takes. */
export function padded(count: number): number {
  return Math.ceil(count / 8) * 8;
}

/** The bucket of a head at `head` for a word at `word`; the root has bucket 0. */
export function distanceBucket(word: number, head: number): number {
  if (head < 0) return 0;
  return 32 + Math.max(-31, Math.min(31, head - word));
}

const shapeFields = ['vector', 'embedding', 'hidden', 'layers', 'arc', 'label', 'tags', 'labels', 'names'] as const;

/** A shape as the numbers of its section, and back. */
export function shapeNumbers(shape: NetworkShape): Int32Array {
  return Int32Array.from(shapeFields, field => shape[field]);
}

export function shapeOf(numbers: Int32Array): NetworkShape {
  const [vector, embedding, hidden, layers, arc, label, tags, labels, names] = numbers;
  return { vector, embedding, hidden, layers, arc, label, tags, labels, names };
}
