import { hashText } from '../../base/hash.ts';
import type { Sentence, Token } from '../token.ts';
import type { Tree } from '../tree.ts';

/** How many governors above a word are looked at. */
const CLIMB = 4;
const WINDOW = [-3, -2, -1, 1, 2, 3] as const;

/**
 * What the model sees of a happening's word: itself, its auxiliaries, marks and subject, the words that it hangs on with
 * theirs, its neighbours, and whether the sentence asks or makes conditions; as 32-bit hashes.
 */
export function factualityFeatures(tree: Tree, { tokenStart, tokenEnd }: Sentence, index: number): readonly number[] {
  const token = tree.tokens[index];
  const own = signsOf(tree, token);
  const names = ['*', ...wordNames(tree, token, own), ...pathNames(tree, token, own)];
  names.push(...windowNames(tree.tokens, token));
  const sentence = tree.tokens.slice(tokenStart, tokenEnd);
  names.push(`asks ${sentence.at(-1)?.text === '?'}`);
  names.push(`if ${sentence.some(({ text }) => /^(?:if|unless)$/i.test(text))}`);
  names.push(`you ${sentence.some(({ text }) => /^you$/i.test(text))}`);
  return names.map(name => hashText(name));
}

/** The small words of a verb group: negation, modal, mark, other auxiliaries. */
interface Signs {
  readonly negated: boolean;
  readonly modal: string;
  readonly mark: string;
  readonly auxiliaries: string;
  readonly words: readonly Token[];
}

function signsOf({ tokens, children }: Tree, { index }: Token): Signs {
  const words = children[index]
    .map(child => tokens[child])
    .filter(({ label, upos }) => SMALL.has(label) || upos === 'AUX');
  const lemmas = (wanted: (token: Token) => boolean) => words.filter(wanted).map(lemmaOf).join(' ');
  return {
    negated: words.some(({ text }) => /^(?:not|n['’]t|never|no|neither|nor)$/i.test(text)),
    modal: lemmas(({ xpos }) => xpos === 'MD'),
    mark: lemmas(({ label }) => label === 'mark'),
    auxiliaries: lemmas(({ upos, xpos }) => upos === 'AUX' && xpos !== 'MD'),
    words,
  };
}

function wordNames({ tokens, children }: Tree, token: Token, own: Signs): string[] {
  const { index, text, xpos, upos, label } = token;
  const { negated, modal, mark, auxiliaries } = own;
  const names = [
    ...[`lemma ${lemmaOf(token)}`, `word ${text.toLowerCase()}`, `tag ${xpos}`, `class ${upos}`, `label ${label}`],
    ...[`tag+label ${xpos} ${label}`, `negated ${negated}`, `modal ${modal} ${xpos}`, `mark ${mark}`],
    `signs ${negated} ${modal} ${mark} ${auxiliaries} ${xpos}`,
    ...own.words.flatMap(word => [`with ${word.label} ${lemmaOf(word)}`, `with ${lemmaOf(word)} ${xpos}`]),
  ];
  for (const child of children[index])
    if (tokens[child].label === 'amod') names.push(`of kind ${lemmaOf(tokens[child])}`);
  const subject = children[index].map(child => tokens[child]).find(child => child.label.startsWith('nsubj'));
  if (subject !== undefined) {
    names.push(`subject ${subject.upos === 'PRON' ? lemmaOf(subject) : subject.upos}`);
    names.push(`subject's ${determinerOf(tokens, children, subject)}`);
  }
  const object = children[index].map(child => tokens[child]).find(child => child.label === 'obj');
  if (object !== undefined) names.push(`object's ${determinerOf(tokens, children, object)}`);
  return names;
}

function determinerOf(tokens: readonly Token[], children: Tree['children'], { index }: Token): string {
  const determiner = children[index].map(child => tokens[child]).find(({ label }) => label === 'det');
  return determiner === undefined ? '–' : lemmaOf(determiner);
}

/** The governors of a word, near to far. */
function pathNames(tree: Tree, token: Token, own: Signs): string[] {
  const names: string[] = [];
  let at = token;
  let path = '';
  let [turned, modal, open] = [own.negated, own.modal !== '', CONDITION.test(own.mark)];
  for (let step = 1; step <= CLIMB && at.head !== at.index; step += 1) {
    const governor = tree.tokens[at.head];
    const signs = signsOf(tree, governor);
    const lemma = lemmaOf(governor);
    path += `>${at.label}`;
    names.push(`${step} ${lemma} ${at.label}`, `${step} ${lemma}`, `path ${path}`);
    names.push(`${step} signs ${signs.negated} ${signs.modal} ${signs.mark}`);
    if (step === 1) {
      names.push(
        `under ${lemma} ${at.label} ${signs.negated} ${signs.modal}`,
        `under ${lemma} ${own.mark} ${token.xpos}`,
      );
      names.push(`under ${governor.xpos} ${at.label} ${token.xpos}`);
    }
    turned = turned !== signs.negated;
    modal ||= signs.modal !== '';
    open ||= CONDITION.test(signs.mark);
    at = governor;
  }
  names.push(`whole path ${path}`, `root ${token.head === token.index}`);
  names.push(`above ${turned} ${modal} ${open}`, `above ${turned} ${modal} ${open} ${token.xpos}`);
  return names;
}

function windowNames(tokens: readonly Token[], { index, sentence, xpos }: Token): string[] {
  const word = (offset: number): string => {
    const token = tokens[index + offset];
    return token?.sentence === sentence ? token.text.toLowerCase() : '#';
  };
  const names = WINDOW.map(offset => `at ${offset} ${word(offset)}`);
  for (const offset of WINDOW) {
    const token = tokens[index + offset];
    if (token?.sentence === sentence) names.push(`tag at ${offset} ${token.xpos}`);
  }
  names.push(`before ${word(-2)} ${word(-1)}`, `before ${word(-1)} ${xpos}`, `behind ${word(1)} ${word(2)}`);
  names.push(`before ${word(-3)} ${word(-2)} ${word(-1)}`);
  for (let i = index - 1; i >= index - 10 && tokens[i]?.sentence === sentence; i -= 1) {
    const { upos, xpos: tag, text } = tokens[i];
    if (['AUX', 'PART', 'SCONJ'].includes(upos) || tag === 'MD') names.push(`left ${text.toLowerCase()}`);
  }
  return names;
}

function lemmaOf({ lemma }: Token): string {
  return lemma.toLowerCase();
}

const SMALL: ReadonlySet<string> = new Set(['aux', 'aux:pass', 'cop', 'mark', 'advmod', 'det', 'case', 'cc']);
const CONDITION = /^(?:if|unless|whether)/;
