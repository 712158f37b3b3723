import type { Problem, Report } from '../../../core/model/index.ts';
import { hanging, type Page } from './page.ts';
import { visible } from './visible.ts';
import { shortened } from './width.ts';

const WORDS_WIDTH = 60;

/** What the reader should doubt, in lines: each difficulty once, with the words that it was met at. */
export function problemView(problems: readonly Problem[], report: Pick<Report, 'text'> | null, page: Page) {
  const places = new Map<string, string[]>();
  for (const { message, span } of problems) {
    const words = span === null || report === null ? '' : visible(report.text.slice(span.start, span.end));
    const found = places.get(message) ?? [];
    places.set(message, words === '' || found.includes(words) ? found : [...found, words]);
  }
  return Array.from(places, ([message, words]) => {
    const at = words.map(word => `“${shortened(word, WORDS_WIDTH)}”`).join(', ');
    return hanging('  · ', visible(at === '' ? message : `${message} ${at}`), page, 'alert');
  }).flat();
}
