/** An invented report as a page tells it: what must come out again. The places, groups and happenings do not exist. */
export interface Story {
  readonly headline: string;
  readonly byline: string;
  /** An ISO day. */
  readonly day: string;
  readonly paragraphs: readonly string[];
  readonly related: readonly string[];
}

const PLACES = ['Karsa', 'Murit', 'Tel Anwar', 'Dova', 'Upper Lenn', 'Sarkand'] as const;
const GROUPS = [
  'the Northern Front',
  'the army',
  'gunmen on motorcycles',
  'the River Brigade',
  'police',
  'unknown attackers',
] as const;
const NAMES = ['Anna Karsa', 'Ben Oyelo', 'Mira Dost', 'Tomas Lenn', 'Sade Umar', 'Ilya Varn'] as const;
const DAYS = ['2025-03-06', '2024-11-28', '2023-01-02', '2025-12-31', '2022-07-14', '2024-02-29'] as const;

/** The stories, by number: each differs in place, people, figures, length and signs. */
export function storyOf(number: number): Story {
  const pick = <T>(list: readonly T[], step: number): T => list[(number * step + step) % list.length] as T;
  const [place, other] = [pick(PLACES, 1), pick(PLACES, 5)];
  const group = pick(GROUPS, 1);
  const dead = 2 + ((number * 7) % 19);
  const paragraphs = [
    `At least ${dead} people were killed when ${group} entered ${place} late on Tuesday, according to the district council and two residents who were reached by telephone.`,
    `“We heard firing from the direction of the ${place}–${other} road, and then nothing for an hour,” said a shopkeeper, who did not want his name to be printed. “Nobody came.”`,
    `The provincial governor's office put the number at ${dead + 4}, and said that ${(number % 5) + 2} of the dead were members of the local defence committee. It gave no names & no ages.`,
    `A spokesman for ${pick(GROUPS, 5)} denied that its men had been in ${place} at all, and called the account of the council an invention of “people who were not there”.`,
    `The hospital in ${other} took in ${(number % 11) + 3} wounded, most with injuries to the legs; three were moved to the capital by helicopter on Wednesday morning, a nurse said.`,
    `${place} lies 40 km from ${other}, on a road that has been closed to lorries since the fighting of last autumn. About 12,500 people lived there before the war; how many are left is not known.`,
  ];
  return {
    headline: `${dead} killed in ${place} as ${pick(['accounts of attack differ', 'road to the north stays closed', 'council and governor disagree'], 1)}`,
    byline: pick(NAMES, 1),
    day: pick(DAYS, 1),
    paragraphs: paragraphs.slice(0, 4 + (number % 3)),
    related: [
      `Market in ${other} opens again`,
      `What is known of the fighting near ${place}`,
      'Rains cut the eastern highway',
    ],
  };
}
