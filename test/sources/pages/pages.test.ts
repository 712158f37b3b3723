import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReport } from '../../../src/core/ingest/index.ts';
import { readSources } from '../../../src/node/sources/read-sources.ts';
import { type Served, serve } from '../serve.ts';
import { type Story, storyOf } from './stories.ts';
import { TEMPLATES } from './templates.ts';

/** What news sites serve, in as many shapes as we know; the stories are ours and invented. */
const STORIES = 6;
const PAGES = TEMPLATES.flatMap((template, t) =>
  Array.from({ length: STORIES }, (_, i) => {
    const number = t * STORIES + i;
    const story = storyOf(number);
    return {
      name: `${template.name}, story ${number}`,
      story,
      path: template.path(number, story),
      html: template.html(story),
    };
  }),
);
const FLOOR = 0.95;

let server: Served;
beforeAll(async () => {
  server = await serve(Object.fromEntries(PAGES.map(({ path, html }) => [path, html])));
});
afterAll(() => server.close());

/** What is wrong with what was read of a story, in words; empty where all is right. */
async function faultsOf(
  story: Story,
  url: string,
): Promise<Readonly<Record<'headline' | 'day' | 'text', string | null>>> {
  for await (const item of readSources([url], { web: { allowPrivate: true, delayMs: 0 } })) {
    if ('error' in item) return { headline: item.error.message, day: item.error.message, text: item.error.message };
    const { text, headline, publishedAt } = readReport(item.input).value;
    const words = headline === null ? null : text.slice(headline.start, headline.end);
    const body = text.slice(headline?.end ?? 0).trim();
    return {
      headline: words === story.headline ? null : `'${words}' for '${story.headline}'`,
      day: publishedAt === story.day ? null : `${publishedAt} for ${story.day}`,
      text: body === story.paragraphs.join('\n\n') ? null : difference(body, story.paragraphs),
    };
  }
  return { headline: 'nothing', day: 'nothing', text: 'nothing' };
}

function difference(body: string, paragraphs: readonly string[]): string {
  const found = body.split('\n\n');
  const missing = paragraphs.filter(words => !found.includes(words)).map(words => `missing '${words.slice(0, 40)}…'`);
  const added = found.filter(words => !paragraphs.includes(words)).map(words => `added '${words.slice(0, 40)}…'`);
  return [...missing, ...added].join(', ');
}

test(`headline, day and text are right on ${FLOOR * 100} % of ${PAGES.length} pages`, {
  timeout: 120_000,
}, async () => {
  expect(PAGES.length).toBeGreaterThanOrEqual(60);
  const right = { headline: 0, day: 0, text: 0 };
  const faults: string[] = [];
  for (const { name, story, path } of PAGES) {
    const found = await faultsOf(story, server.url + path);
    for (const field of ['headline', 'day', 'text'] as const) {
      if (found[field] === null) right[field] += 1;
      else faults.push(`${name}: ${field}: ${found[field]}`);
    }
  }
  const told = `${Object.entries(right)
    .map(([field, count]) => `${field} ${count}/${PAGES.length}`)
    .join(', ')}\n${faults.join('\n')}`;
  for (const count of Object.values(right)) expect(count / PAGES.length, told).toBeGreaterThanOrEqual(FLOOR);
  console.info(told);
});
