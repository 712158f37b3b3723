import { postJson } from './post-json.ts';

/** The running text of a page, and what the page says of it. */
export interface FoundArticle {
  readonly text: string;
  readonly headline: string | null;
  readonly siteName: string | null;
  readonly publishedAt: string | null;
}

/** Asks the server for the article of a page; nothing of it is kept. Throws a `SourceError` where it finds none. */
export function findArticle(html: string): Promise<FoundArticle> {
  return postJson('/article', { html });
}
