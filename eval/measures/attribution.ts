import { readFileSync } from 'node:fs';
import { findAttributions, type Speech } from '../../src/core/language/speech/find-speech.ts';
import { annotate } from '../../src/core/language/syntax/annotate.ts';
import type { Token } from '../../src/core/language/token.ts';
import { type TokenRange, treeOf } from '../../src/core/language/tree.ts';
import { loadResources } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import {
  type Attribution,
  type AttributionPair,
  pairAttributions,
  scoreAttribution,
  type TextSpan,
} from '../score/attribution.ts';

interface AttributionRecord {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

export const measure: Measure = {
  name: 'attribution',
  about: 'who says what: the words of saying, and the source and content that belong to them',
  data: ['corpora/attribution/dev.jsonl'],
  scores: { cue_f1: { beat: 0.85 }, source_f1: { beat: 0.75 }, content_f1: { beat: 0.75 } },
  run(dataPath): MeasureResult {
    const { models, speech } = loadResources();
    const lines = readFileSync(dataPath, 'utf8').split('\n').filter(Boolean);
    const errors: WrongCase[] = [];
    let seconds = 0;
    const texts = lines.map(line => {
      const record: AttributionRecord = JSON.parse(line);
      const { tokens, sentences } = annotate(record.text, models);
      const tree = treeOf(tokens);
      const started = performance.now();
      const found = findAttributions(tree, sentences, speech).filter(({ quoted, nested }) => !quoted && !nested);
      seconds += (performance.now() - started) / 1000;
      const predicted = found.map(one => attributionOf(one, record.text, tokens));
      errors.push(...wrongCases(record, predicted));
      return { gold: record.attributions, predicted };
    });
    return { records: lines.length, seconds, scores: scoreAttribution(texts), errors };
  },
};

/** A speech in the terms of the data, in which a relative pronoun is a source. */
export function attributionOf(
  { cueToken, cueEnd, sourceRange, relative, content }: Speech,
  text: string,
  tokens: readonly Token[],
): Attribution {
  const span = ({ start, end }: TokenRange): TextSpan => ({ b: tokens[start].start, e: tokens[end - 1].end });
  return {
    cue: [span({ start: cueToken, end: cueEnd })],
    source:
      relative !== null
        ? [span({ start: relative, end: relative + 1 })]
        : sourceRange === null
          ? []
          : [span(sourceRange)],
    content: content.map(range => withoutMarks(span(range), text)),
  };
}

/** The data leave the comma or full stop between content and cue out. */
function withoutMarks({ b, e }: TextSpan, text: string): TextSpan {
  let [start, end] = [b, e];
  while (start < end && /[\s,;:]/.test(text[start])) start += 1;
  while (start < end && /[\s,;:]/.test(text[end - 1])) end -= 1;
  return { b: start, e: end };
}

function wrongCases(
  { id, text, attributions }: AttributionRecord,
  predicted: readonly Attribution[],
): readonly WrongCase[] {
  const pairs = pairAttributions({ gold: attributions, predicted });
  const matched = new Set(pairs.flatMap(pair => [pair.gold, pair.predicted]));
  const wrong = (what: string, { source, cue, content }: Attribution): WrongCase => {
    const from = Math.min(...[...source, ...cue, ...content].map(({ b }) => b));
    const to = Math.max(...[...source, ...cue, ...content].map(({ e }) => e));
    const words = text.slice(Math.max(0, from - 40), Math.min(to + 40, from + 300)).replaceAll(/\s+/g, ' ');
    return { id, what: `${what} “${wordsOf(text, cue)}”`, text: words };
  };
  return [
    ...attributions.filter(one => one.cue.length > 0 && !matched.has(one)).map(one => wrong('missed', one)),
    ...predicted.filter(one => !matched.has(one)).map(one => wrong('spurious', one)),
    ...pairs.flatMap(pair => wrongParts(pair, text).map(what => wrong(what, pair.gold))),
  ];
}

function wrongParts({ gold, predicted, source, content }: AttributionPair, text: string): readonly string[] {
  const parts = [
    [source, 'source', gold.source, predicted.source],
    [content, 'content', gold.content, predicted.content],
  ] as const;
  return parts
    .filter(([share]) => share < 0.5)
    .map(([, name, wanted, found]) => `${name}: “${wordsOf(text, found)}” for “${wordsOf(text, wanted)}” at`);
}

function wordsOf(text: string, spans: readonly TextSpan[]): string {
  return spans.map(({ b, e }) => text.slice(b, e)).join(' … ');
}
