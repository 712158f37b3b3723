import type { FoundArticle } from './find-article.ts';
import { postJson } from './post-json.ts';

/** Asks the server to fetch a page and find its article; nothing of it is kept. Throws a `SourceError` where it cannot. */
export function fetchArticle(url: string, token: string): Promise<FoundArticle> {
  return postJson('/fetch', { url }, token);
}
