import { blocksOf, joinBlocks } from './block-text.ts';
import { parsePage } from './parse-page.ts';

/** The text of a piece of HTML that is all article: of a feed or a message. */
export function textOfFragment(html: string): string {
  const { body } = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`);
  return body === null ? '' : joinBlocks(blocksOf(body));
}
