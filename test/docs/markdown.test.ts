import { expect, test } from 'vitest';
import { anchors, codeBlocks, crowdedLines, links, namedFiles, namedScripts } from './markdown.ts';

// The readers of the docs test, each on a page that must be found faulty and on one that must not.

const PAGE = `# A page, with a comma

See [one](one.md#part) and ![two](img/two.png), not \`[three](three.md)\`.
Run \`npm run lint\` or npm test. Then \`src/core/base/error.ts\`, \`test/docs/\` and \`../shared/x\`.

\`\`\`sh
casus read [four](four.md)
\`\`\`
`;

test('a page is read for its links, anchors, scripts, files and blocks', () => {
  expect(links(PAGE)).toEqual(['one.md#part', 'img/two.png']);
  expect(anchors(PAGE)).toEqual(['a-page-with-a-comma']);
  expect(namedScripts(PAGE)).toEqual(['lint', 'test']);
  expect(namedFiles(PAGE)).toEqual(['src/core/base/error.ts', 'test/docs/']);
  expect(codeBlocks(PAGE)).toEqual([
    { info: 'sh', text: 'casus read [four](four.md)\n', start: PAGE.indexOf('casus read') },
  ]);
});

test.each([
  ['One sentence. And another.', 1],
  ['Is it one? No.', 1],
  ['A quote “ends.” Then more.', 1],
  ['One sentence, e.g. Niger, by the U.S. Army.', 0],
  ['`code. With a stop` is one.', 0],
  ['| a cell. Two sentences. |', 0],
])('%s', (text, crowded) => {
  expect(crowdedLines(text)).toHaveLength(crowded);
});
