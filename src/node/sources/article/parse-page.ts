import { parseHTML } from 'linkedom';
import type { PageDocument } from './page-dom.ts';

/**
 * The tree of a page. Nothing of the page is run or fetched: linkedom has no scripts, styles or network. Its types are
 * those of a browser, which this project does not load.
 */
export function parsePage(html: string): PageDocument {
  const wrapped = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return (parseHTML(wrapped) as unknown as { readonly document: PageDocument }).document;
}
