import { childWith, subtree, type TokenRange, type Tree } from '../tree.ts';
import { clauseFrom, participleEnd } from './said-clauses.ts';
import { type SayingVerb, type Scene, within } from './scene.ts';
import { isBareParticiple, isPassive } from './source-of.ts';
import { isMark } from './token-kinds.ts';

/** "accused X of shelling", "blamed X for the blast": what stands behind the preposition. */
export function accusedOf({ tree, sentence }: Scene, { at }: SayingVerb): readonly TokenRange[] | null {
  const end = Math.min(subtree(tree, at, new Set(['conj', 'cc'])).end, sentence.tokenEnd);
  for (let i = at + 1; i < end; i += 1) {
    const { text, label } = tree.tokens[i];
    const opens = /^(?:of|for)$/i.test(text) && (label === 'mark' || label === 'case');
    if (!opens || tree.tokens[tree.tokens[i].head].upos === 'PROPN') continue;
    const range = subtree(tree, tree.tokens[i].head, new Set(['conj', 'cc']));
    return [{ start: i, end: Math.min(Math.max(range.end, i + 2), end) }];
  }
  return null;
}

/** "threatened to fire"; "is said to have fled" with its subject. */
export function infinitiveOf(scene: Scene, { at, cueEnd }: SayingVerb): readonly TokenRange[] | null {
  const { tree, sentence } = scene;
  const verb = childWith(tree, at, 'xcomp');
  const clause = verb === null || verb.index < cueEnd ? null : subtree(tree, verb.index);
  const surface = cueEnd < sentence.tokenEnd && tree.tokens[cueEnd].xpos === 'TO' ? cueEnd : null;
  if (clause === null && surface === null) return null;
  const start = Math.max(cueEnd, clause?.start ?? surface ?? cueEnd);
  const until = Math.min(clause?.end ?? sentence.tokenEnd, participleEnd(scene, at));
  const end = clauseFrom(scene, start, until, false)?.range.end ?? until;
  const subject = isPassive(tree, at) ? childWith(tree, at, 'nsubj:pass') : null;
  const said = subject === null ? [] : [within(subtree(tree, subject.index), sentence.tokenStart, at)];
  return end > start ? [...said, { start, end }] : said.length > 0 ? said : null;
}

/** "spoke of the raid", "called for a truce": what one of the cue's own prepositions brings in. */
export function prepositionObject(
  { tree, sentence }: Scene,
  { at, cueEnd, cue }: SayingVerb,
): readonly TokenRange[] | null {
  for (let i = cueEnd; i < Math.min(cueEnd + 6, sentence.tokenEnd); i += 1) {
    const { text, upos, head } = tree.tokens[i];
    if (isMark(tree.tokens[i])) return null;
    if (!cue.prepositions.includes(text.toLowerCase()) || (upos !== 'ADP' && upos !== 'SCONJ' && upos !== 'PART'))
      continue;
    const end =
      head > i ? Math.max(subtree(tree, head, LOOSE).end, head === at ? 0 : subtree(tree, at, BESIDE).end) : i + 2;
    const content = within({ start: i + 1, end }, i + 1, sentence.tokenEnd);
    return content.end > content.start && head !== at ? [content] : null;
  }
  return null;
}

/** "denied the attack", "called it a massacre"; of a passive verb the subject, of a participle the noun it stands by. */
export function objectOf(scene: Scene, { at, cue, cueEnd }: SayingVerb): TokenRange | null {
  const { tree, sentence } = scene;
  if (isBareParticiple(tree, at)) return null;
  if (isPassive(tree, at)) {
    // "Nine men were admitted": to a hospital.
    if (cue.act === 'admit') return null;
    const subject = childWith(tree, at, 'nsubj:pass');
    return subject === null ? null : within(subtree(tree, subject.index), sentence.tokenStart, at);
  }
  const object = childWith(tree, at, 'obj', 'xcomp', 'ccomp', 'advcl');
  if (object !== null && object.index < at && /^W/.test(object.xpos)) return admitted(scene, at);
  if (object === null || object.index <= at) return nounsBehind(scene, cueEnd);
  const start = Math.max(subtree(tree, object.index).start, at + 1);
  const behind = Math.min(objectEnd(tree, at), participleEnd(scene, at));
  const end = behind - start < 2 ? (nounsBehind(scene, start)?.end ?? behind) : behind;
  return clauseFrom(scene, start, Math.max(end, object.index + 1), false)?.range ?? null;
}

/** "the nine that the army admitted": the noun that the relative clause is about. */
function admitted({ tree, sentence }: Scene, at: number): TokenRange | null {
  const { head, label } = tree.tokens[at];
  if (!label.startsWith('acl') || head >= at) return null;
  const range = subtree(tree, head, new Set(['acl', 'acl:relcl', 'punct', 'case', 'appos']));
  return within(range, sentence.tokenStart, at);
}

/** Where an object and what is said of it end ("accused him as …", "criticised him for paying"), before a relative clause. */
function objectEnd(tree: Tree, at: number): number {
  const { tokens, children } = tree;
  let { end } = subtree(tree, at, BESIDE);
  for (const child of children[at]) {
    const opens = children[child].some(
      mark => tokens[mark].label === 'mark' && /^(?:for|as|of)$/i.test(tokens[mark].text),
    );
    if (child > at && tokens[child].label === 'advcl' && opens) end = Math.max(end, subtree(tree, child).end);
  }
  for (let i = at + 2; i < end; i += 1) if (tokens[i - 1].text === ',' && /^W/.test(tokens[i].xpos)) return i - 1;
  return end;
}

/** "acknowledged eleven dead" where the tree has no object: the words behind the verb up to a mark. */
function nounsBehind({ tree: { tokens }, sentence }: Scene, from: number): TokenRange | null {
  if (from >= sentence.tokenEnd || !['DET', 'NUM', 'ADJ', 'NOUN', 'PROPN', 'VERB'].includes(tokens[from].upos))
    return null;
  let end = from;
  while (end < sentence.tokenEnd && !isMark(tokens[end]) && tokens[end].text !== '.') end += 1;
  return { start: from, end };
}

/** What hangs on a verb beside its object and what belongs to that. */
const BESIDE: ReadonlySet<string> = new Set(['conj', 'cc', 'parataxis', 'punct', 'advcl']);

const LOOSE: ReadonlySet<string> = new Set(['parataxis', 'punct']);
