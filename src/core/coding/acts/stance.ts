import { isUnder, type TokenRange, type Tree } from '../../language/tree.ts';
import type { Act, ActLexicon } from './act-lexicon.ts';
import { type ActScene, headOf, readAct } from './read-act.ts';

/** How one actor stands to another as a sentence tells it: for, against, or neither. */
export type Stance = 'for' | 'against' | 'neither';

/**
 * How `source` stands to `target` by what the sentence says that it does (codebook §14.6): only from a clause whose
 * subject or agent it is and in whose branch the target stands, or from a noun that it does.
 */
export function stanceBetween(tree: Tree, lexicon: ActLexicon, source: TokenRange, target: TokenRange): Stance {
  const scene: ActScene = { tree, lexicon, toward: target };
  const to = headOf(tree, target);
  for (const at of clausesOf(tree, headOf(tree, source))) {
    if (!isUnder(tree, to, at)) continue;
    const found = readAct(scene, at);
    if (found !== null) return STANCES[found.act] ?? 'neither';
  }
  return 'neither';
}

/** The clauses and nouns of doing that an actor is the doer of, from the nearest up. */
function clausesOf(tree: Tree, actor: number): readonly number[] {
  const found: number[] = [];
  let at = actor;
  for (let steps = 0; steps < 8; steps += 1) {
    const { label, head } = tree.tokens[at];
    if (head === at) break;
    if (DOES.has(label)) found.push(head);
    else if (!PART.has(label)) break;
    at = head;
    if (/^(?:nsubj|obl:agent)$/.test(label)) break;
  }
  return found;
}

const DOES: ReadonlySet<string> = new Set(['nsubj', 'obl:agent', 'nmod', 'compound', 'amod']);
const PART: ReadonlySet<string> = new Set(['conj', 'appos', 'flat']);

const STANCES: Readonly<Partial<Record<Act, Stance>>> = {
  support: 'for',
  aid: 'for',
  cooperate: 'for',
  agree: 'for',
  accuse: 'against',
  reject: 'against',
  threaten: 'against',
  protest: 'against',
  sanction: 'against',
  embargo: 'against',
  coerce: 'against',
  assault: 'against',
};
