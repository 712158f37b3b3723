import { describe, expect, test } from 'vitest';
import { codeText } from '../../../test/coding-table.ts';

/** The events of a text as a coder would note them: type, where, when. The incidents are invented. */
function eventsOf(text: string, publishedAt: string): readonly string[] {
  return codeText(text, publishedAt).events.map(({ type, places, when }) => {
    const where = places.map(({ name }) => name).join(' + ') || '–';
    return `${type}; ${where}; ${when.start ?? '–'}${when.partOfDay === null ? '' : ` ${when.partOfDay}`}`;
  });
}

const DAY = '2023-05-18';

describe('one happening with its place and day, chosen over the whole report', () => {
  const rows: readonly (readonly [why: string, text: string, expected: readonly string[]])[] = [
    [
      'a part of day without a day leaves the day said elsewhere',
      'Gunmen attacked an army post near Timbuktu on Tuesday.\n\nThe rebels stormed the post around 4am, soldiers said.',
      ['attack; near Timbuktu; 2023-05-16 night'],
    ],
    [
      'the day of the saying is not that of the happening',
      'The army said on Wednesday that rebels had attacked its base at Gao on Monday.',
      ['attack; Gao; 2023-05-15'],
    ],
    [
      'where the wounded were taken is no place of the attack',
      'Five soldiers were killed when rebels ambushed a patrol near Gao on Monday. The wounded were flown to Bamako.',
      ['ambush; near Gao; 2023-05-15'],
    ],
    [
      'a sentence that opens as another story tells another happening',
      'Rebels ambushed a patrol near Gao on Monday, killing five soldiers.\n\nSeparately, shells hit a market in Mopti on Monday.',
      ['ambush; near Gao; 2023-05-15', 'shelling; Mopti; 2023-05-15'],
    ],
    [
      'where it took place may be said a sentence later, of what was told',
      'A bomber killed nine soldiers in Pakistan on Monday. Police said the attack took place in Bannu district.',
      ['violence; Bannu district; 2023-05-15'],
    ],
    [
      'a separate attack, and a raid next door, are other happenings',
      'Rebels attacked a patrol at Gao on Monday, killing two soldiers. Officers had repelled a separate attack on the town of Ansongo.',
      ['attack; Gao; 2023-05-15', 'attack; Ansongo; 2023-05-15'],
    ],
    [
      'the day of the dateline is that of the writing',
      'PORT SUDAN, May 18 (Wire) - Rebels attacked an army post in El Fasher, killing nine soldiers, the governor said.',
      ['attack; El Fasher; –'],
    ],
    [
      'a counter-attack and arrests belong to what they answer',
      'Rebels attacked the army base at Gao on Sunday. Troops retook the base on Monday. Police arrested six suspects on Tuesday.',
      ['attack; Gao; 2023-05-14'],
    ],
    [
      'a victim who dies later was hurt in the same attack',
      'Rebels attacked a convoy near Gao on Sunday, killing two soldiers. A third soldier succumbed to his wounds on Tuesday.',
      ['attack; near Gao; 2023-05-14'],
    ],
    [
      'a release weeks after is another happening than the abduction',
      'Abducted farmers freed after three weeks\n\nGUSAU, Nigeria, May 18 - Six farmers who were abducted by gunmen last month walked into Gusau on Wednesday, officials said.',
      ['release; Gusau; 2023-05-17', 'abduction; Gusau; 2023-04-01'],
    ],
    [
      'what is told by its distance in days is another happening',
      'A bomb exploded near Gao on Tuesday. The blast came two days after the clash between rebels and soldiers at Mopti.',
      ['explosion; near Gao; 2023-05-16', 'armed-clash; Mopti; –'],
    ],
    [
      'the day on which a toll rose is not that of the attack',
      'Rebels shelled the camp at Gao. The toll rose to nine on Wednesday after two of the wounded died.',
      ['shelling; Gao; –'],
    ],
    [
      'what only might be opens no event',
      'Residents fear a new assault on Gao. Any attack on the town could displace thousands.',
      [],
    ],
  ];
  test.each(rows)('%s', (_, text, expected) => expect(eventsOf(text, DAY), text).toEqual(expected));
});

/** The scopes of the events and figures of a text, in text order. */
function scopesOf(text: string): readonly string[] {
  const told = codeText(text, DAY).claims.filter(({ kind }) => kind === 'event' || kind === 'casualty');
  return told.map(claim => `${claim.kind === 'casualty' ? claim.harm : claim.kind} ${claim.scope}`);
}

describe('what is no news of one happening', () => {
  const rows: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['Rebels have kept the town under siege for more than a year.', ['event background']],
    [
      'The battle between the army and the rebels dragged on for five months. More than 900 people died.',
      ['event background', 'killed background'],
    ],
    ['In March 2019 the army shelled the camp. Forty people died.', ['event background', 'killed background']],
    ['The rebels attack convoys two or three times a month.', ['event background']],
    ['The group recorded 31 civilians killed in six attacks.', ['killed period', 'event period']],
    ['In total, 40 tanks have been destroyed since the beginning of the war.', ['event period']],
    ['Rebels attempted to storm the army base at Gao on Monday.', ['event incident']],
  ];
  test.each(rows)('%s', (text, expected) => expect(scopesOf(text), text).toEqual(expected));
});

/** The kinds of the events that a text's words tell, in text order. */
function actsOf(text: string): readonly string[] {
  return codeText(text, DAY).claims.flatMap(claim =>
    claim.kind === 'event' ? [`${claim.type}${claim.polarity === 'negative' ? ' not' : ''}`] : [],
  );
}

describe('which words tell of an act', () => {
  const rows: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ['A bus carrying traders struck a landmine near Mopti on Monday.', ['explosion']],
    ['An explosive charge opened the pipeline near Saravena on Monday.', ['explosion']],
    ['Two boatmen were killed by a sea mine on Monday.', ['violence']],
    ['Rebel losses: 14 dead, 6 motorcycles destroyed, 2 mortars seized.', ['destruction', 'seizure']],
    ['Soldiers attacked the camp at Gao. Forty tents burnt.', ['attack', 'destruction']],
    ['Rebels ambushed a patrol near Gao. The ambush was the work of a small group.', ['ambush']],
    ['The invading army crossed the river.', []],
    ['Rebels attacked the army near Gao. Nobody fired a shot in Mopti.', ['attack', 'shooting not']],
    ['Rebels attacked soldiers near Gao, and after an exchange of fire the attackers fled.', ['attack']],
    ['Army shells hit the rebel camp at Gao on Monday.', ['shelling']],
  ];
  test.each(rows)('%s', (text, expected) => expect(actsOf(text), text).toEqual(expected));
});
