import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardOf, stamped, stampOf } from '../../train/cards.ts';
import { trainingSteps } from '../../train/steps.ts';

const root = join(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'models'))
  .filter(name => name.endsWith('.bin'))
  .map(name => `models/${name}`);

describe.each(files)('%s', file => {
  const step = trainingSteps.find(one => one.file === file);
  const card = readFileSync(join(root, cardOf(file) ?? ''), 'utf8');

  test('is made by a step of `npm run train`, which its card names', () => {
    expect(card).toContain(`\`npm run train -- ${step?.name}\``);
  });

  test('is the file that its card describes (else `npm run train -- --cards`)', () => {
    expect(card).toContain(stampOf(file, readFileSync(join(root, file))));
  });

  test.each([
    ['licences', '| licence |'],
    ['figures with their commands', '`npm run '],
    ['known failures', 'Known failures'],
  ])('has a card with %s', (_, words) => {
    expect(card).toContain(words);
  });
});

test('each step of the training makes a file that ships, after those that it reads', () => {
  expect(trainingSteps.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  expect(new Set(trainingSteps.map(({ file }) => file)).size).toBe(trainingSteps.length);
});

test('a card without size and hash gets them below its title, a card with them keeps its place for them', () => {
  const once = stamped('# a.bin\n\nWhat it is.\n', 'models/a.bin', Buffer.from('a'));
  expect(once).toBe(
    `# a.bin\n\n\`models/a.bin\`: 1 bytes, sha256 \`ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\`.\n\nWhat it is.\n`,
  );
  expect(stamped(once, 'models/a.bin', Buffer.from('bc'))).toBe(
    once.replace(/`models.*/, stampOf('models/a.bin', Buffer.from('bc'))),
  );
});
