import type { ExplainedMention, ExplainedSpeech } from '../../../core/export/explained-mentions.ts';
import type { ExplainedClaim, ExplainedSentence, Explanation, MadeBy } from '../../../core/export/explanation.ts';
import { columns } from './columns.ts';
import { hanging, type Page } from './page.ts';
import { drawTree } from './tree-drawing.ts';
import { visible } from './visible.ts';
import { displayWidth, padded } from './width.ts';

/**
 * What was read in each sentence, in lines: its tree, what its words name, who speaks, which words the lexicons know, and
 * each claim with the parser and the refiners that made it. At the end the models and tables, with their versions.
 */
export function explainView(explanation: Explanation, page: Page): readonly string[] {
  const { sentences, coder, versions } = explanation;
  if (sentences.length === 0) return ['The text holds no sentence.'];
  return [
    ...sentences.flatMap((sentence, i) => [...(i === 0 ? [] : ['']), ...sentenceView(sentence, page)]),
    '',
    ...hanging('', 'MADE BY', page, 'label'),
    ...hanging('  ', coder, page),
    ...columns(
      Object.entries(versions).map(([path, version]) => [path, version]),
      2,
      page,
    ).flat(),
  ];
}

function sentenceView(sentence: ExplainedSentence, page: Page): readonly string[] {
  const { number, kind, paragraph, quote } = sentence;
  return [
    ...hanging('', `SENTENCE ${number} (${kind}, paragraph ${paragraph})`, page, 'label'),
    ...hanging('  ', visible(quote), page, 'title'),
    ...section('Words and tree', page, wordsView(sentence, page)),
    ...section(
      'Mentions',
      page,
      sentence.mentions.flatMap(mention => mentionView(mention, page)),
    ),
    ...section(
      'Who speaks',
      page,
      sentence.speeches.flatMap(speech => speechView(speech, page)),
    ),
    ...section('Words of the lexicons', page, lexiconView(sentence, page)),
    ...section(
      'Claims',
      page,
      sentence.claims.flatMap(claim => claimView(claim, page)),
    ),
  ];
}

/** One row a token: the tree, the word, its lemma, its tags and on what it hangs by which label. */
function wordsView({ tokens }: ExplainedSentence, page: Page): readonly string[] {
  const drawn = drawTree(tokens).map((tree, i) => `${tree}${visible(tokens[i]?.text ?? '')}`);
  const lemmas = tokens.map(token => visible(token.lemma));
  const widest = Math.max(...drawn.map(displayWidth));
  const lemmaWidth = Math.min(20, Math.max(...lemmas.map(displayWidth)));
  return tokens.map(({ upos, xpos, label, head, index }, i) => {
    const governor = head === index ? '' : ` of ${visible(tokens[head - (tokens[0]?.index ?? 0)]?.text ?? '')}`;
    const tags = `${upos.padEnd(6)}${xpos.padEnd(6)}`;
    const rest = page.paint.faint(`${padded(lemmas[i] ?? '', lemmaWidth)}  ${tags}${label}${governor}`);
    return `  ${padded(drawn[i] ?? '', widest)}  ${rest}`.trimEnd();
  });
}

function mentionView({ layer, quote, means, rule, why, by }: ExplainedMention, page: Page): readonly string[] {
  return [
    ...hanging(`  ${layer.padEnd(8)}`, `“${visible(quote)}”: ${visible(means)}`, page),
    ...hanging(' '.repeat(10), visible([rule, why].filter(part => part !== null).join('; ')), page, 'faint'),
    ...by.flatMap(file => hanging(' '.repeat(10), fileInWords(file), page, 'faint')),
  ];
}

function speechView(speech: ExplainedSpeech, page: Page): readonly string[] {
  const { cue, act, voice, source, content, continued, marks, rule, by } = speech;
  const who = source === null ? 'nobody named' : `“${visible(source)}”`;
  const does = [act, ...(voice === 'say' ? [] : [voice]), ...marks].join(', ');
  const more = continued === null ? [] : [`goes on: “${visible(continued)}”`];
  return [
    ...hanging('  ', `${who} by “${visible(cue)}” (${does})`, page),
    ...[...content.map(said => `“${visible(said)}”`), ...more].flatMap(said => hanging('    ', said, page)),
    ...hanging('    ', `rule ${rule}; ${fileInWords(by)}`, page, 'faint'),
  ];
}

function lexiconView({ words }: ExplainedSentence, page: Page): readonly string[] {
  const rows = words.map(({ quote, row, by }) => [
    `“${visible(quote)}”`,
    Object.values(row).join(' '),
    fileInWords(by),
  ]);
  return columns(rows, 2, page).flat();
}

function claimView(claim: ExplainedClaim, page: Page): readonly string[] {
  const { kind, says, claimant, quote, proposedBy, rule, paragraphs, changes, dropped } = claim;
  const cited = paragraphs.length === 0 ? '' : `, codebook §${paragraphs.join(', §')}`;
  const steps = changes.map(({ refiner, fields }) => `${refiner} (${fields.join(', ')})`);
  const head = says === null ? `no claim of a ${kind}` : `${visible(claimant ?? '')}: ${visible(says)}`;
  return [
    ...hanging('  ', head, page, says === null ? 'faint' : 'title'),
    ...hanging('    ', `“${visible(quote)}”`, page),
    ...hanging('    ', `proposed by ${proposedBy} (rule ${rule}${cited})`, page, 'faint'),
    ...(steps.length === 0 ? [] : hanging('    ', `changed by ${steps.join(', ')}`, page, 'faint')),
    ...(dropped === null
      ? []
      : hanging('    ', `dropped by ${dropped.refiner}: ${visible(dropped.why)}`, page, 'faint')),
  ];
}

function fileInWords({ path, line, version }: MadeBy): string {
  if (line !== null) return `${path}, line ${line}`;
  return version === null ? path : `${path} ${version}`;
}

function section(title: string, page: Page, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...hanging(' ', title, page, 'label'), ...lines];
}
