import { childWith, subtree, type TokenRange, type Tree } from '../language/tree.ts';
import { type Context, sentenceOf } from './context.ts';

/** Branches that leave a clause: other clauses, what is coordinated, and marks. */
const OTHER_CLAUSES: ReadonlySet<string> = new Set([
  'ccomp',
  'advcl',
  'parataxis',
  'acl:relcl',
  'conj',
  'cc',
  'punct',
  'mark',
  'discourse',
  'csubj',
]);

/** The words of the clause that a verb or noun governs, without the clauses below it. */
export function clauseRange(context: Context, at: number): TokenRange {
  const { tokenStart, tokenEnd } = sentenceOf(context, at);
  const range = subtree(context.tree, at, OTHER_CLAUSES);
  return { start: Math.max(range.start, tokenStart), end: Math.min(range.end, tokenEnd) };
}

/** The nearest verb that governs a token, itself included; its root where no verb does. */
export function governingVerb(tree: Tree, at: number): number {
  for (let i = at, steps = 0; steps < 100; steps += 1) {
    const token = tree.tokens[i];
    if (token.upos === 'VERB' || token.head === i) return i;
    i = token.head;
  }
  return at;
}

/** The verb at the top of a chain of complements and relative clauses, up to the root of the sentence, nearest first. */
export function clauseChain(tree: Tree, at: number): readonly number[] {
  const chain: number[] = [];
  for (let i = at, steps = 0; steps < 100; steps += 1) {
    const token = tree.tokens[i];
    if (token.upos === 'VERB' || token.upos === 'AUX' || token.head === i) chain.push(i);
    if (token.head === i) break;
    i = token.head;
  }
  return chain;
}

/** Whether "not", "never" or "no" stands on a verb. */
export function isNegated(tree: Tree, at: number): boolean {
  return tree.children[at].some(child => {
    const { text, label } = tree.tokens[child];
    return /^(?:not|n['’]t|never)$/i.test(text) || (label === 'det' && /^no$/i.test(text));
  });
}

/** The auxiliary of modality on a verb ("could", "would", "will"), in lower case, or null. */
export function modalOf(tree: Tree, at: number): string | null {
  const modal = tree.children[at]
    .map(child => tree.tokens[child])
    .find(({ xpos, label }) => xpos === 'MD' && label.startsWith('aux'));
  return modal === undefined ? null : modal.text.toLowerCase();
}

/** The word that introduces a clause: "if", "that", "when". */
export function markOf(tree: Tree, at: number): string | null {
  return childWith(tree, at, 'mark')?.text.toLowerCase() ?? null;
}

/** The preposition before a noun: "between", "on", "of". */
export function caseOf(tree: Tree, at: number): string | null {
  return childWith(tree, at, 'case')?.text.toLowerCase() ?? null;
}
