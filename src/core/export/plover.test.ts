import { expect, test } from 'vitest';
import { loadActLexicon, loadCodebook, loadResources } from '../../node/resources/load.ts';
import { code } from '../coding/index.ts';
import { readReport } from '../ingest/index.ts';
import { analyze } from '../language/analyze.ts';
import { ploverOfEventType, ploverOfText } from './plover.ts';

const resources = loadResources();
const codebook = loadCodebook();
const acts = loadActLexicon();

// Constructed sentences, and root and quad class of what they tell of first of all.
test.each([
  ['Norland accused Westmark of arming herders, its foreign minister said.', 'ACCUSE 3'],
  ['Fishermen protested in Almar against the new harbour tax.', 'PROTEST 4'],
  ['Westmark has expelled two diplomats of Norland.', 'SANCTION 4'],
  ['The rivers of Norland were high. Then the militia freed eleven fishermen.', 'RETREAT 2'],
  ['The rivers of Norland were high.', null],
])('%s', (text, expected) => {
  const { value: doc } = analyze(readReport({ text }).value, resources);
  const found = ploverOfText(doc, code(doc, codebook).value, codebook, acts);
  expect(found === null ? null : `${found.root} ${found.quad}`).toBe(expected);
});

test('event types have their crosswalk, unknown ones none', () => {
  expect(ploverOfEventType('drone-strike', codebook)).toEqual({ root: 'ASSAULT', mode: 'drone', quad: 4 });
  expect(ploverOfEventType('no-such-type', codebook)).toBeNull();
});

test('every event type has the name of an act, so that both crosswalks speak alike', () => {
  const roots = new Set([...acts.acts.values()].map(({ ploverRoot }) => ploverRoot));
  for (const { id, ploverRoot } of codebook.eventTypes.values()) expect(roots, id).toContain(ploverRoot);
});
