import type { Token } from './token.ts';

/** Tokens `[start, end)` of a document. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** The dependency trees of a document, to walk downwards: who hangs on whom. */
export interface Tree {
  readonly tokens: readonly Token[];
  /** Indices of the tokens that hang on each token, in text order. */
  readonly children: readonly (readonly number[])[];
}

/** Turns the heads of the tokens into lists of children, in one pass. */
export function treeOf(tokens: readonly Token[]): Tree {
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens) if (token.head !== token.index) children[token.head].push(token.index);
  return { tokens, children };
}

/** The first child of `index` with one of the labels, or null. */
export function childWith(tree: Tree, index: number, ...labels: readonly string[]): Token | null {
  for (const child of tree.children[index]) if (labels.includes(tree.tokens[child].label)) return tree.tokens[child];
  return null;
}

/** All children of `index` with one of the labels. */
export function childrenWith(tree: Tree, index: number, ...labels: readonly string[]): readonly Token[] {
  return tree.children[index].map(child => tree.tokens[child]).filter(child => labels.includes(child.label));
}

/**
 * The tokens under `index`, itself included, without the branches whose label `leaveOut` names, as the range from the
 * first to the last of them. A parse with crossing branches gives a range that holds a few others too.
 */
export function subtree(tree: Tree, index: number, leaveOut: ReadonlySet<string> = NOTHING): TokenRange {
  let start = index;
  let end = index + 1;
  const stack = [...tree.children[index]];
  while (stack.length > 0) {
    const next = stack.pop();
    if (next === undefined) break;
    if (leaveOut.has(tree.tokens[next].label)) continue;
    start = Math.min(start, next);
    end = Math.max(end, next + 1);
    for (const child of tree.children[next]) stack.push(child);
  }
  return { start, end };
}

/** Whether `index` is `ancestor` or hangs below it. */
export function isUnder(tree: Tree, index: number, ancestor: number): boolean {
  for (let at = index, steps = 0; steps < tree.tokens.length; steps += 1) {
    if (at === ancestor) return true;
    const { head } = tree.tokens[at];
    if (head === at) return false;
    at = head;
  }
  return false;
}

/** The chain of governors from `index` to the root of its sentence, `index` first. */
export function pathToRoot(tree: Tree, index: number): readonly number[] {
  const path = [index];
  for (let at = index; tree.tokens[at].head !== at && path.length < 200; ) {
    at = tree.tokens[at].head;
    path.push(at);
  }
  return path;
}

/**
 * The noun that a relative pronoun stands for, null where `pronoun` is none: what its clause hangs on where that is a
 * noun, else the last noun before it in its sentence, because parsers often hang such clauses elsewhere.
 */
export function antecedent(tree: Tree, pronoun: number): Token | null {
  const { text, sentence, head } = tree.tokens[pronoun];
  if (!/^(?:who|whom|which|that)$/i.test(text)) return null;
  const governor = tree.tokens[tree.tokens[head].head];
  if (governor.index < pronoun && isNoun(governor)) return governor;
  for (let i = pronoun - 1; i >= 0 && tree.tokens[i].sentence === sentence; i -= 1)
    if (isNoun(tree.tokens[i])) return tree.tokens[i];
  return null;
}

function isNoun({ upos }: Token): boolean {
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM';
}

/** `index` and what is coordinated with it ("soldiers, police and a driver"), in text order. */
export function conjuncts(tree: Tree, index: number): readonly Token[] {
  return [tree.tokens[index], ...childrenWith(tree, index, 'conj')];
}

const NOTHING: ReadonlySet<string> = new Set();
