import { type Problem, problem } from '../model/problem.ts';
import { SourceKind } from '../model/source.ts';
import type { ReportMetadata, SourceInput } from './report-input.ts';

/** A document without the block at its head, and what the block says. */
export interface FrontMatter {
  readonly text: string;
  readonly metadata: ReportMetadata;
  readonly problems: readonly Problem[];
}

const KEYS = ['source', 'kind', 'country', 'affiliation', 'published', 'url'];
const LINES_MAX = 30;
const FENCE = /^---[ \t]*$/;
/** "source: Karsa Post", a comment or nothing. */
const LINE = /^(?:(?<key>[A-Za-z][\w-]*):(?:[ \t]+(?<value>.*?))?|#.*)?[ \t]*$/;

/**
 * Takes the block of metadata off a document: lines of `key: value` between two lines of `---`, at the very start
 * (docs/reference/report-files.md). A document without one, or whose first lines only look like one, stays as it is.
 */
export function splitFrontMatter(document: string): FrontMatter {
  const lines = headLines(document);
  const end = lines.findIndex((line, i) => i > 0 && FENCE.test(line.words));
  const block = lines.slice(1, end);
  const isBlock = end > 0 && FENCE.test(lines[0]?.words ?? '') && block.every(line => LINE.test(line.words));
  if (!isBlock) return { text: document, metadata: {}, problems: [] };

  const problems: Problem[] = [];
  const values = new Map<string, string>();
  for (const { words } of block) {
    const { key, value } = LINE.exec(words)?.groups ?? {};
    if (key !== undefined && value) values.set(key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2'));
  }
  const metadata = metadataOf(values, (key, value, why) => {
    problems.push(problem('metadata-unread', null, `"${key}: ${value}" at the head of the file was left out: ${why}.`));
  });
  return { text: document.slice(lines[end]?.end), metadata, problems };
}

type Refuse = (key: string, value: string, why: string) => void;

/** What the keys say. Every key that is not understood is refused aloud: a misspelt date must not go unseen. */
function metadataOf(values: ReadonlyMap<string, string>, refuse: Refuse): ReportMetadata {
  for (const [key, value] of values) {
    if (!KEYS.includes(key)) refuse(key, value, `the keys are ${KEYS.join(', ')}`);
  }
  return {
    source: sourceOf(values, refuse),
    url: values.get('url') ?? null,
    publishedAt: values.get('published') ?? null,
  };
}

function sourceOf(values: ReadonlyMap<string, string>, refuse: Refuse): SourceInput | null {
  const name = values.get('source');
  const kind = SourceKind.nullable().safeParse(values.get('kind') ?? null);
  const country = values.get('country') ?? null;
  const affiliation = values.get('affiliation') ?? null;
  if (name === undefined) {
    for (const key of ['kind', 'country', 'affiliation']) {
      const value = values.get(key);
      if (value !== undefined) refuse(key, value, 'it needs a source');
    }
    return null;
  }
  if (!kind.success) refuse('kind', values.get('kind') ?? '', `a kind is one of ${SourceKind.options.join(', ')}`);
  const isCountry = country === null || /^[A-Z]{3}$/.test(country);
  if (!isCountry) refuse('country', country, 'a country is three capitals, as ISO 3166-1 alpha-3 has it');
  return { name, kind: kind.data ?? null, country: isCountry ? country : null, affiliation };
}

/** The first lines of a document, each with the offset behind its line end. */
function headLines(document: string): readonly { readonly words: string; readonly end: number }[] {
  const lines: { words: string; end: number }[] = [];
  let at = document.startsWith('\uFEFF') ? 1 : 0;
  while (at < document.length && lines.length < LINES_MAX) {
    const found = document.indexOf('\n', at);
    const end = found === -1 ? document.length : found + 1;
    lines.push({ words: document.slice(at, Math.min(end, at + 2_000)).replace(/\r?\n$/, ''), end });
    at = end;
  }
  return lines;
}
