import { expect, test } from 'vitest';
import { loadActLexicon, loadResources } from '../../../node/resources/load.ts';
import { annotate } from '../../language/syntax/annotate.ts';
import type { Token } from '../../language/token.ts';
import { type TokenRange, treeOf } from '../../language/tree.ts';
import { actBetween, mainAct } from './act-between.ts';

const { models, numbers } = loadResources();
const lexicon = loadActLexicon();

// Constructed sentences: {source}, <target>, and what the one does to the other.
test.each([
  // Its own word decides.
  ['{Norland} accused <Westmark> of arming the herders.', 'accuse'],
  ['{The court in Almar} has charged <two former ministers> with fraud.', 'accuse'],
  ['<Two former ministers> were charged by {the court in Almar} on Friday.', 'accuse'],
  ['{Norland} praised <Westmark> for its patience.', 'support'],
  ['{Norland} called on <Westmark> to open its archive.', 'request'],
  ['{The president of Norland} called <the king of Westmark> on Saturday.', 'consult'],
  ['{The rebels} rejected <an offer of the government>.', 'reject'],
  ['{Gunmen} shelled <a camp of the coast guard>.', 'assault'],
  ['{Norland} deployed warships off <Westmark>.', 'mobilize'],
  // A light verb does what its object names.
  ['{The air force} launched an attack on <a depot of the militia>.', 'assault'],
  ['{Norland} imposed new economic sanctions on <Westmark>.', 'embargo'],
  ['{Norland} held joint military exercises with <Westmark>.', 'cooperate'],
  ['{A militia} attack on <the harbour> left the pier in ruins.', 'assault'],
  // What is not yet done is offered or threatened.
  ['{Norland} agreed to send tents to <Westmark>.', 'agree'],
  ['{Norland} will provide food aid to <Westmark> next year.', 'agree'],
  ['{The militia} will attack <the harbour> if the talks fail.', 'threaten'],
  ['{Norland} said it would release <forty fishermen>.', 'agree'],
  // Ending what helps harms relations; ending what harms gives way.
  ['{Norland} suspended aid to <Westmark>.', 'sanction'],
  ['{Norland} announced a suspension of aid to <Westmark>.', 'sanction'],
  ['{Norland} lifted the blockade of <Westmark>.', 'concede'],
  ['{The army} withdrew its troops from <the valley>.', 'retreat'],
  // What is refused or left undone.
  ['{Norland} refused to meet <the envoy of Westmark>.', 'reject'],
  ['{Norland} did not receive <the envoy of Westmark>.', 'reject'],
  ['{Norland} said <Westmark> must close the camp.', 'request'],
  // Of two things done the one is read that is done to the target.
  ['{Police} praised the nurses and arrested <a courier>.', 'coerce'],
  ['{Police} praised <the nurses> and arrested a courier.', 'support'],
  // An order is what it orders where that is a deed, else a demand.
  ['{The court} ordered the arrest of <two former ministers>.', 'coerce'],
  ['{The court} ordered <a courier> to appear on Friday.', 'request'],
  ['{Norland} rolled back tariffs on <Westmark>.', 'concede'],
  // What only describes the source is no act of its.
  ['{The Support Mission in Norland} condemned <the theft of the archive>.', 'accuse'],
  // No word tells.
  ['{Norland} lies west of <Westmark>.', null],
])('%s', (marked, act) => {
  const { text, source, target } = unmarked(marked);
  const { tokens } = annotate(text, models, { numbers });
  const found = actBetween(treeOf(tokens), lexicon, rangeOf(tokens, source), rangeOf(tokens, target));
  expect(found?.act ?? null).toBe(act);
});

test('names the word that tells', () => {
  const { tokens } = annotate('Norland lifted the blockade of Westmark.', models, { numbers });
  const found = mainAct(treeOf(tokens), lexicon, { start: 0, end: tokens.length });
  expect([found?.act, found === null ? '' : tokens[found.at].text]).toEqual(['concede', 'lifted']);
});

interface Marked {
  readonly text: string;
  readonly source: string;
  readonly target: string;
}

function unmarked(marked: string): Marked {
  const source = /\{(.*?)\}/.exec(marked)?.[1] ?? '';
  const target = /<(.*?)>/.exec(marked)?.[1] ?? '';
  return { text: marked.replace(/[{}<>]/g, ''), source, target };
}

function rangeOf(tokens: readonly Token[], words: string): TokenRange {
  const count = words.split(' ').length;
  const start = tokens.findIndex(
    (_, i) =>
      tokens
        .slice(i, i + count)
        .map(({ text }) => text)
        .join(' ') === words,
  );
  expect(start, words).toBeGreaterThanOrEqual(0);
  return { start, end: start + count };
}
