import type { Token } from '../../language/token.ts';
import type { TokenRange, Tree } from '../../language/tree.ts';
import type { ActLexicon } from './act-lexicon.ts';
import { type ActReading, type ActScene, actOfPersons, headOf, ownAct, readAct } from './read-act.ts';

/**
 * What `source` does to `target` in their sentence, both being token ranges (codebook §14): read from the clause or noun
 * that the source governs or does. Null where no word tells.
 */
export function actBetween(
  tree: Tree,
  lexicon: ActLexicon,
  source: TokenRange,
  target: TokenRange | null,
): ActReading | null {
  const scene: ActScene = { tree, lexicon, toward: target };
  const head = headOf(tree, source);
  // "The Saudi-led strike" may itself be what the source is given as; what only describes the source is no act of its own.
  const own = ownAct(scene, head);
  if (own !== null) return own;
  for (const at of predicatesOf(tree, head)) {
    const found = readAct(scene, at);
    if (found !== null) return found;
  }
  return actOfPersons(scene, head) ?? firstActAfter(scene, source.end);
}

/** The act that the sentence from `start` to `end` tells of first of all: that of its main clause. */
export function mainAct(tree: Tree, lexicon: ActLexicon, { start, end }: TokenRange): ActReading | null {
  const scene: ActScene = { tree, lexicon, toward: null };
  for (let i = start; i < end; i += 1) {
    if (tree.tokens[i].head !== i) continue;
    const found = readAct(scene, i);
    if (found !== null) return found;
  }
  return null;
}

/** The first act after a token that the tree does not lead to, verbs before nouns, in its sentence. */
function firstActAfter(scene: ActScene, from: number): ActReading | null {
  const { tokens } = scene.tree;
  for (const pos of ['VERB', 'NOUN'])
    for (let i = from; i < tokens.length && tokens[i].sentence === tokens[from].sentence; i += 1) {
      const found = tokens[i].upos === pos ? readAct(scene, i) : null;
      if (found !== null) return found;
    }
  return null;
}

/** What an actor's head hangs on, from the nearest up: the noun it owns, the verb it is subject of, and what governs that. */
function predicatesOf(tree: Tree, actor: number): readonly number[] {
  const found: number[] = [];
  let at = actor;
  for (let steps = 0; steps < 12; steps += 1) {
    const token: Token = tree.tokens[at];
    if (token.head === at) break;
    const governor = tree.tokens[token.head];
    // "the army, X said": the clause that is said is what happens.
    if (token.label !== 'conj' && token.label !== 'appos' && token.label !== 'flat') found.push(governor.index);
    at = governor.index;
  }
  return found;
}
