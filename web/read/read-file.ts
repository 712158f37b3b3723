import { splitFrontMatter } from '../../src/core/ingest/index.ts';
import { problemOf } from '../data/source-error.ts';
import type { ShownProblem } from '../parts/problem.ts';
import type { FoundArticle } from './find-article.ts';

/** What a file gave: its text, and what it says of itself, as the fields of the form. */
export interface FileText {
  readonly text: string;
  readonly headline?: string;
  readonly publisher?: string;
  readonly published?: string;
}

/** Finds the article of a page; throws a `SourceError` where there is none. */
export type Articles = (html: string) => Promise<FoundArticle>;

/** Longer than any report: its text would be cut at 500,000 characters anyway. */
const BYTES_MAX = 8_000_000;

/** Reads a file that was chosen or dropped. What cannot be one report is refused with the reason. */
export async function readFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  articles: Articles | null,
): Promise<FileText | { readonly problem: ShownProblem }> {
  if (file.size > BYTES_MAX)
    return refused(file.name, 'is larger than a report can be', 'Split it, or add it on the command line.');
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text === null || text.includes('\u0000')) {
    return refused(file.name, 'is no text in UTF-8', 'casus add reads other encodings, PDF, .docx, mail and archives.');
  }
  if (/\.html?$/i.test(file.name)) return articleOf(file.name, text, articles);
  const { text: body, metadata } = splitFrontMatter(text);
  if (body.trim() === '') return refused(file.name, 'holds no text', 'Choose another file.');
  return {
    text: body,
    ...(metadata.headline == null ? {} : { headline: metadata.headline }),
    ...(metadata.source == null ? {} : { publisher: metadata.source.name }),
    ...(metadata.publishedAt == null ? {} : { published: metadata.publishedAt.slice(0, 10) }),
  };
}

function refused(name: string, why: string, advice: string): { readonly problem: ShownProblem } {
  return { problem: { title: `${name} ${why}`, advice } };
}

/** A page is no text: a server finds its article; a published page has none to ask. */
async function articleOf(
  name: string,
  html: string,
  articles: Articles | null,
): Promise<FileText | { readonly problem: ShownProblem }> {
  const advice = 'Paste the text of its article, or add the file with casus add.';
  if (articles === null) return refused(name, 'is a page, not a text', advice);
  try {
    return textOf(await articles(html));
  } catch (thrown) {
    const { title, detail } = problemOf(thrown);
    return { problem: { title: `${name}: ${title}`, detail, advice } };
  }
}

/** An article as the fields of the form. */
export function textOf({ text, headline, siteName, publishedAt }: FoundArticle): FileText {
  return {
    text,
    ...(headline === null ? {} : { headline }),
    ...(siteName === null ? {} : { publisher: siteName }),
    ...(publishedAt === null ? {} : { published: publishedAt }),
  };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
