import { hashText, mixHash } from '../../base/hash.ts';
import type { Candidate } from './candidates.ts';
import { Features } from './features.ts';
import type { RoleWords } from './role-words.ts';

/** What else is known of a document when its candidates are weighed. */
export interface Surroundings {
  /** How often each filler text occurs in it. */
  readonly counts: ReadonlyMap<string, number>;
  /** How surely the document tells of an incident, and each sentence of fillers: log odds. */
  readonly document: number;
  readonly sentences: readonly number[];
  /** Lemmas, hashed, that tell of incidents. */
  readonly triggers: ReadonlySet<number>;
}

/** The features of a candidate: its words, its place in the tree, the words around it, and what its sentence is about. */
export function candidateFeatures(words: RoleWords, candidate: Candidate, around: Surroundings): Int32Array {
  const features = new Features();
  ownFeatures(features, words, candidate);
  neighbourFeatures(features, words, candidate);
  governorFeatures(features, words, candidate);
  triggerFeatures(features, words, candidate, around);
  sentenceFeatures(features, words, candidate, around);
  relevanceFeatures(features, words, candidate, around);
  return features.all;
}

function ownFeatures(features: Features, words: RoleWords, { start, end, head, cut, text }: Candidate): void {
  const { word, tag, group, tokens } = words;
  const [coarse, middle, fine] = groupsAt(words, head);
  features.add(1, 0);
  features.add(2, hashText(text));
  features.add(3, word[head]);
  features.add(4, middle);
  features.add(5, fine);
  features.add(6, coarse);
  features.add(7, cut);
  features.add(8, mixHash(cut, word[head]));
  features.add(9, mixHash(cut, middle));
  features.add(10, word[start]);
  features.add(11, mixHash(word[start], cut));
  features.add(12, end - start);
  features.add(13, tag[head]);
  features.add(14, mixHash(tag[head], cut));
  let shape = 0;
  for (let i = start; i < end; i++) {
    shape = mixHash(shape, hashText(tokens[i].upos));
    if (i === head) continue;
    features.add(15, word[i]);
    features.add(16, group[3 * i + 1]);
    features.add(17, mixHash(word[head], word[i]));
  }
  features.add(18, shape);
  features.add(84, words.mark[head]);
  features.add(85, mixHash(words.mark[head], cut));
  features.add(86, mixHash(words.mark[head], tag[head]));
}

function neighbourFeatures(features: Features, words: RoleWords, { start, end, head, cut }: Candidate): void {
  const { word, tag, tokens } = words;
  const middle = words.group[3 * head + 1];
  const sentence = tokens[head].sentence;
  const has = (i: number): boolean => tokens[i]?.sentence === sentence;
  const wordAt = (i: number): number => (has(i) ? word[i] : 7);
  const tagAt = (i: number): number => (has(i) ? tag[i] : 9);
  features.add(20, wordAt(start - 1));
  features.add(21, wordAt(end));
  features.add(22, mixHash(wordAt(start - 2), wordAt(start - 1)));
  features.add(23, mixHash(wordAt(end), wordAt(end + 1)));
  features.add(24, mixHash(wordAt(start - 1), middle));
  features.add(25, mixHash(wordAt(end), middle));
  features.add(45, tagAt(start - 1));
  features.add(46, tagAt(end));
  features.add(47, mixHash(cut, tagAt(start - 1)));
  features.add(48, mixHash(cut, tagAt(end)));
  for (let k = 1; k <= 4; k++) {
    features.add(26, wordAt(start - k));
    features.add(27, wordAt(end - 1 + k));
  }
}

/** Relations through which a name stands for the one that it hangs on. */
const SHARED = /^(?:conj|appos|flat|compound)$/;
const ARGUMENT = /subj|obj|obl|nmod|compound/;

function governorFeatures(features: Features, words: RoleWords, { start, end, head }: Candidate): void {
  const { tokens, tree, word, group, label, lower } = words;
  const [coarse, middle] = groupsAt(words, head);
  let top = head;
  while (tokens[top].head !== top && SHARED.test(tokens[top].label)) top = tokens[top].head;
  const governor = tokens[top].head === top ? -1 : tokens[top].head;
  const cases = tree.children[top].filter(child => tokens[child].label === 'case').map(child => lower[child]);
  const path = hashText(`${tokens[top].label}/${cases.join('_')}`);
  const passive = governor >= 0 && tree.children[governor].some(child => tokens[child].label.endsWith(':pass'));
  const [groupCoarse, groupMiddle, groupFine] = groupsAt(words, governor);
  const above = governor < 0 ? 3 : word[governor];
  features.add(30, path);
  features.add(31, mixHash(above, path));
  features.add(32, mixHash(groupMiddle, path));
  features.add(33, above);
  features.add(34, mixHash(groupFine, path));
  features.add(35, mixHash(middle, mixHash(above, path)));
  features.add(36, mixHash(middle, mixHash(groupMiddle, path)));
  features.add(37, mixHash(coarse, mixHash(groupMiddle, path)));
  features.add(28, mixHash(coarse, mixHash(groupCoarse, path)));
  features.add(29, mixHash(path, passive ? 1 : 0));
  features.add(19, mixHash(mixHash(above, path), passive ? 1 : 0));
  if (governor >= 0) {
    const next = tokens[governor].head;
    const isRoot = next === governor;
    const upPath = mixHash(label[governor], path);
    features.add(38, mixHash(isRoot ? 3 : word[next], upPath));
    features.add(39, mixHash(isRoot ? 3 : group[3 * next + 1], upPath));
    for (const child of tree.children[governor]) {
      if (child === top || !ARGUMENT.test(tokens[child].label)) continue;
      features.add(40, mixHash(path, mixHash(label[child], word[child])));
      features.add(41, mixHash(path, mixHash(above, mixHash(label[child], group[3 * child + 1]))));
    }
    for (let at = governor, step = 0; step < 5; step++) {
      features.add(42, word[at]);
      features.add(43, mixHash(step, group[3 * at + 1]));
      if (tokens[at].head === at) break;
      at = tokens[at].head;
    }
  }
  for (const child of tree.children[head]) {
    if (child >= start && child < end) continue;
    features.add(44, mixHash(label[child], word[child]));
    features.add(49, mixHash(label[child], group[3 * child + 1]));
  }
}

/** Steps in the tree between a candidate and a word that tells of an incident, beyond which it says nothing of it. */
const pathMax = 4;

function triggerFeatures(features: Features, words: RoleWords, candidate: Candidate, around: Surroundings): void {
  const { tokens, lemma, group } = words;
  const [coarse, middle] = groupsAt(words, candidate.head);
  const { tokenStart, tokenEnd } = words.sentences[candidate.sentence];
  const up = chainOf(tokens, candidate.head);
  let nearest = -1;
  for (let i = tokenStart; i < tokenEnd; i++) {
    if (!around.triggers.has(lemma[i]) || (i >= candidate.start && i < candidate.end)) continue;
    if (nearest < 0 || Math.abs(i - candidate.head) < Math.abs(nearest - candidate.head)) nearest = i;
    const path = pathOf(words, up, chainOf(tokens, i));
    if (path === null) continue;
    features.add(55, mixHash(path, lemma[i]));
    features.add(56, mixHash(path, group[3 * i + 1]));
    features.add(57, mixHash(path, mixHash(coarse, group[3 * i])));
    features.add(58, mixHash(path, mixHash(middle, lemma[i])));
  }
  if (nearest < 0) features.add(80, 0);
  else {
    const away = Math.min(8, Math.abs(nearest - candidate.head)) * (nearest < candidate.head ? 1 : -1);
    features.add(81, mixHash(away, lemma[nearest]));
    features.add(82, mixHash(away, mixHash(coarse, group[3 * nearest + 1])));
    features.add(83, mixHash(lemma[nearest], middle));
  }
}

function chainOf(tokens: RoleWords['tokens'], from: number): number[] {
  const chain = [from];
  for (let at = from; tokens[at].head !== at && chain.length <= 8; at = tokens[at].head) chain.push(tokens[at].head);
  return chain;
}

/** The labels up from one word and down to another, hashed; null where they are too far apart. */
function pathOf(
  { label, tree, tokens, word }: RoleWords,
  up: readonly number[],
  down: readonly number[],
): number | null {
  const meet = up.findIndex(at => down.includes(at));
  if (meet < 0) return null;
  const fall = down.indexOf(up[meet]);
  if (meet + fall > pathMax) return null;
  let path = 1;
  for (let i = 0; i < meet; i++) {
    path = mixHash(path, label[up[i]]);
    const preposition = tree.children[up[i]].find(child => tokens[child].label === 'case');
    if (preposition !== undefined) path = mixHash(path, word[preposition]);
  }
  path = mixHash(path, 2);
  for (let i = fall - 1; i >= 0; i--) path = mixHash(path, label[down[i]]);
  return path;
}

function sentenceFeatures(features: Features, words: RoleWords, candidate: Candidate, around: Surroundings): void {
  const { word, lemma, lower, group } = words;
  const [coarse, middle] = groupsAt(words, candidate.head);
  const { tokenStart, tokenEnd } = words.sentences[candidate.sentence];
  for (let i = tokenStart; i < tokenEnd; i++) {
    if ((i >= candidate.start && i < candidate.end) || lower[i].length <= 2) continue;
    features.add(50, word[i]);
    if (!around.triggers.has(lemma[i])) continue;
    features.add(51, mixHash(middle, lemma[i]));
    features.add(52, mixHash(coarse, lemma[i]));
    features.add(53, mixHash(lemma[i], i < candidate.start ? 1 : 2));
    features.add(54, mixHash(mixHash(coarse, group[3 * i + 1]), i < candidate.start ? 1 : 2));
  }
}

function relevanceFeatures(features: Features, words: RoleWords, candidate: Candidate, around: Surroundings): void {
  const [coarse, middle] = groupsAt(words, candidate.head);
  const { sentence, text, head } = candidate;
  const filler = hashText(text);
  features.add(60, Math.min(sentence, 12));
  features.add(61, mixHash(middle, Math.min(sentence, 3)));
  features.add(62, Math.min(around.counts.get(text) ?? 0, 6));
  const document = features.step(63, around.document, 1, 6);
  const here = features.step(66, around.sentences[sentence] ?? 0, 1, 6);
  features.add(64, mixHash(document, middle));
  features.add(65, mixHash(document, coarse));
  features.add(67, mixHash(here, middle));
  features.add(68, mixHash(here, coarse));
  features.add(69, mixHash(here, document));
  features.add(70, mixHash(document, filler));
  features.add(71, mixHash(here, filler));
  features.add(72, mixHash(document, words.word[head]));
  const before = around.sentences[sentence - 1];
  features.add(73, mixHash(before === undefined ? 9 : Math.max(-4, Math.min(4, Math.round(before))), here));
}

function groupsAt({ group }: RoleWords, at: number): readonly [number, number, number] {
  return at < 0 ? [97, 97, 97] : [group[3 * at], group[3 * at + 1], group[3 * at + 2]];
}
