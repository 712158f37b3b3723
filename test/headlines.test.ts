import { beforeAll, expect, test } from 'vitest';
import { openPipeline, type Pipeline } from '../src/node/wire.ts';

/**
 * Six times one clash of a border as two papers tell it, in other words each: headline and lead, as a reader meets them.
 * The words are ours, and what they tell is invented. `src/core/reconcile/headlines.test.ts` has headlines alone.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    `A dozen dead as Pakistani and Afghan Taliban forces trade fire at Spin Boldak

Pakistani troops and Afghan Taliban fighters exchanged fire at the Spin Boldak crossing on Wednesday, killing at least 12 people, Afghan officials said.
`,
    `Border battle near Chaman: twelve Afghans killed, Kabul says

The Afghan Taliban government said on Thursday that 12 Afghans had been killed on Wednesday when the Pakistan army and its own fighters clashed on the frontier between Chaman and Spin Boldak.
`,
  ],
  [
    `More than a hundred hurt in Afghan-Pakistani border fighting

More than 100 people were wounded on Wednesday in fighting between the Pakistan army and the Afghan Taliban at Spin Boldak, doctors said.
`,
    `Hospitals fill after Spin Boldak clash with Pakistan

The hospital of Spin Boldak took in more than 100 wounded after Pakistani troops and Afghan Taliban fighters clashed there on Wednesday, its director said.
`,
  ],
  [
    `Taliban accuse Pakistan of firing first at Spin Boldak

The Afghan Taliban accused the Pakistan army of opening fire first at Spin Boldak on Wednesday.
`,
    `Kabul: Pakistani troops began Wednesday's firing on the Chaman border

Pakistani troops began the shooting near Chaman on Wednesday, a spokesman of the Afghan Taliban government said.
`,
  ],
  [
    `Fifteen civilian casualties in Chaman, Pakistani officials say

Fifteen civilians were killed or injured in Chaman on Wednesday in shelling by the Afghan Taliban, Pakistani officials said.
`,
    `Chaman counts 15 casualties after exchange with Afghan forces

There were 15 civilian casualties in Chaman on Wednesday after Afghan Taliban forces shelled the town, the district administration said.
`,
  ],
  [
    `Taliban display captured Pakistani posts after border clash

Afghan Taliban fighters seized two Pakistani army posts near Spin Boldak on Wednesday, the Taliban said.
`,
    `Afghan fighters parade army uniforms taken at Spin Boldak

Afghan Taliban fighters showed uniforms of the Pakistan army that they said they had taken when they captured two posts at Spin Boldak on Wednesday.
`,
  ],
  [
    `Pakistan and Afghanistan exchange heavy fire at Chaman crossing

The Pakistan army and the Afghan Taliban exchanged heavy fire at the Chaman crossing on Wednesday.
`,
    `Deadly clash shuts Spin Boldak gate

The border gate at Spin Boldak was closed after a clash between Afghan Taliban fighters and the Pakistan army on Wednesday in which several people were killed.
`,
  ],
];

/** Other happenings of the same days and the same country, which belong to none of these. */
const NEWS_OF_THE_DAY: readonly string[] = [
  `Roadside bomb kills five soldiers in North Waziristan

A roadside bomb killed five Pakistani soldiers in North Waziristan on Wednesday, the army said.
`,
  `Gunmen shoot two policemen in Quetta

Gunmen shot dead two policemen in Quetta on Wednesday, police said.
`,
  `Baloch group says it attacked an army convoy near Chaman

A Baloch group said that it had attacked a convoy of the Pakistan army near Chaman on Monday and killed three soldiers.
`,
];

let pipeline: Pipeline;
beforeAll(async () => {
  pipeline = await openPipeline();
});

test.each(PAIRS)('%#: two papers, one incident', (first, second) => {
  const coded = [first, second, ...NEWS_OF_THE_DAY].map((text, i) => {
    const publishedAt = i === 1 ? '2025-10-16' : '2025-10-15';
    return pipeline.code(pipeline.read({ text, given: { publishedAt, source: { name: `Paper ${i}` } } }));
  });
  const told = pipeline.reconcile(coded).value.map(({ links }) => {
    const reports = links.map(({ reportId }) => coded.findIndex(({ report }) => report.id === reportId));
    return [...new Set(reports)].sort().join(' ');
  });
  expect(told.sort()).toEqual(['0 1', '2', '3', '4']);
});
