import type { Draft, Target } from './actor-mention.ts';
import { findNumberedUnit } from './group-finder.ts';
import { nounAfter, personPart } from './name-finder.ts';
import { follows, type Hit, longest, precededBy, type Scan, wordEnd } from './scan.ts';
import type { Body, Sense } from './sense.ts';

/** A nationality with a noun: "Pakistani troops", "Ukraine's southern command", "Indian army chief", "Turkish drone". */
export function findNationality(scan: Scan, at: number): Draft | null {
  const nation = nationAt(scan, at);
  if (nation === null || standsOff(scan, at)) return null;
  const { country, word } = nation.sense;
  const installed = scan.atoms[nation.to]?.hyphened ? wordEnd(scan, nation.to, 'installed') : -1;
  const organ =
    installed > 0 && follows(scan, installed) ? longest(scan, installed, 'force', ({ use }) => use === 'force') : null;
  if (organ !== null) {
    const target: Target = { type: 'state', country, body: organ.sense.body, rule: 'installed-by-state' };
    return { from: at, to: organ.to, form: 'nationality+noun', target };
  }
  if (scan.atoms[nation.to]?.hyphened && wordEnd(scan, nation.to, 'sponsor') > 0) {
    const sponsor: Target = { type: 'state', country, body: 'government', rule: 'sponsor-compound' };
    return { from: at, to: nation.to, form: 'metonym', target: sponsor };
  }
  if (scan.atoms[nation.to]?.hyphened && wordEnd(scan, nation.to, 'origin') > 0) return null;
  const possessive = scan.atoms[nation.to - 1]?.possessive ?? false;
  const noun = nounAfter(scan, nation.to);
  if (noun !== null) return draftOf(scan, at, country, noun, word === 'name' && !possessive);
  const unit = follows(scan, nation.to) ? findNumberedUnit(scan, nation.to) : null;
  if (unit !== null) {
    return {
      ...unit,
      from: at,
      form: 'nationality+noun',
      target: { type: 'state', country, body: 'military', rule: null },
    };
  }
  if (word === 'capital' || (word === 'name' && !possessive)) return null;
  const equipment = equipmentAfter(scan, nation.to);
  if (equipment !== null) {
    const target: Target = { type: 'state', country, body: 'military', rule: null };
    return { from: at, to: equipment.to, form: 'nationality+noun', target };
  }
  if (word !== 'adjective' || !follows(scan, nation.to) || wordEnd(scan, nation.to, 'property') < 0) return null;
  const target: Target = { type: 'state', country, body: 'government', rule: 'property-of-state' };
  return { from: at, to: nation.to, form: 'metonym', target };
}

/** The country word here, its adjective where a word is both name and adjective ("US"). */
function nationAt(scan: Scan, at: number): Hit<Extract<Sense, { type: 'country' }>> | null {
  const any = longest(scan, at, 'country', ({ word }) => word !== 'people');
  const adjective = longest(scan, at, 'country', ({ word }) => word === 'adjective');
  return adjective !== null && adjective.to === any?.to ? adjective : any;
}

/** A force or office with its country behind it: "armed forces of Ukraine", "the president of Mali". */
export function findForceOf(scan: Scan, at: number): Draft | null {
  const force = longest(scan, at, 'force', ({ use }) => use === 'force');
  const office = longest(scan, at, 'office', ({ speaks }) => speaks !== 'unnamed' && speaks !== 'body');
  const noun = office !== null && office.to >= (force?.to ?? 0) ? office : force;
  const link = noun === null ? undefined : scan.atoms[noun.to]?.key;
  if (noun === null || (link !== 'of' && link !== 'in') || !follows(scan, noun.to)) return null;
  const start = scan.atoms[noun.to + 1]?.key === 'the' ? noun.to + 2 : noun.to + 1;
  const seat = link === 'in' ? 'capital' : 'name';
  const nation = follows(scan, start)
    ? longest(scan, start, 'country', ({ word }) => word === 'name' || word === seat)
    : null;
  if (nation === null) return null;
  const body = noun.sense.type === 'force' ? noun.sense.body : bodyOf(noun.sense.speaks);
  // Armies stand in other countries too; police and governments do not.
  if (link === 'in' && body === 'military' && noun.sense.type === 'force' && !isJunta(scan, noun)) return null;
  const target: Target = { type: 'state', country: nation.sense.country, body, rule: null };
  return { from: at, to: nation.to, form: noun.sense.type === 'office' ? 'office' : 'nationality+noun', target };
}

/** Whether the word means those who rule: a junta is at home where it sits. */
function isJunta(scan: Scan, { from, to }: Hit): boolean {
  return scan.hits[from]?.some(hit => hit.to === to && hit.sense.type === 'word' && hit.sense.use === 'ruler') ?? false;
}

/** Nationals of a country, who may be anybody: "Armenians", "three Nigerians". */
export function findNationals(scan: Scan, at: number): Draft | null {
  const people = longest(scan, at, 'country', ({ word }) => word === 'people');
  const adjective = longest(scan, at, 'country', ({ word }) => word !== 'people');
  const plural = /s$/i.test(scan.atoms[at]?.raw ?? '');
  if (people === null || standsOff(scan, at) || (adjective !== null && !plural)) return null;
  const { country } = people.sense;
  return {
    from: at,
    to: people.to,
    form: 'person-noun',
    target:
      plural && scan.atoms[at - 1]?.key === 'the' ? { type: 'losses', country } : { type: 'own', kind: null, country },
    person: { noun: 'national', status: 'unknown', unit: 'persons', plural, anaphor: null },
  };
}

/** Whether "pro-", "anti-" or the like before it says that the nation does not act. */
export function standsOff(scan: Scan, at: number): boolean {
  return (scan.atoms[at]?.hyphened ?? false) && at > 0 && wordEnd(scan, at - 1, 'stance') === at;
}

function draftOf(
  scan: Scan,
  at: number,
  country: string,
  noun: Hit<Extract<Sense, { type: 'person' | 'office' | 'force' }>>,
  bareName: boolean,
): Draft | null {
  const { sense, to } = noun;
  if (sense.type === 'office') {
    const target: Target = { type: 'state', country, body: bodyOf(sense.speaks), rule: null };
    return { from: at, to, form: 'office', target, ...(sense.anonymous ? { anonymous: true } : {}) };
  }
  if (sense.type === 'force') {
    const office = follows(scan, to) ? longest(scan, to, 'office', ({ speaks }) => speaks === 'body') : null;
    const target: Target = { type: 'state', country, body: sense.body, rule: null };
    return { from: at, to: office?.to ?? to, form: office === null ? 'nationality+noun' : 'office', target };
  }
  if (bareName) return null;
  const person = personPart(sense.person, sense.plural);
  const anonymous = longest(scan, noun.from, 'office', ({ speaks }) => speaks === 'unnamed')?.to === to;
  const target = targetOf(country, sense);
  return { from: at, to, form: 'nationality+noun', target, person, ...(anonymous ? { anonymous: true } : {}) };
}

function targetOf(country: string, { person }: Extract<Sense, { type: 'person' }>): Target {
  if (person.force === 'military' || person.force === 'police')
    return { type: 'state', country, body: person.force, rule: null };
  if (person.status === 'civilian') return { type: 'civilians', country, stated: person.noun === 'civilian' };
  if (person.anaphor === 'opponent') return { type: 'state', country, body: 'military', rule: 'occupier-of-nation' };
  if (person.loss) return { type: 'losses', country };
  return { type: 'own', kind: person.force === 'armed-group' ? 'armed-group' : null, country };
}

function bodyOf(speaks: string): Body {
  return speaks === 'military' || speaks === 'police' ? speaks : 'government';
}

function equipmentAfter(scan: Scan, at: number): Hit | null {
  let start = at;
  for (let skipped = 0; skipped <= 2 && follows(scan, start); skipped++) {
    const noun = longest(scan, start, 'force', ({ use }) => use !== 'force');
    if (noun !== null) return noun.sense.use === 'side' && isPlace(scan, at) ? null : noun;
    const modifier = wordEnd(scan, start, 'modifier');
    if (modifier < 0) return null;
    start = modifier;
  }
  return null;
}

/** Whether "on the" stands before the nation that ends here: "on the Armenian side" is a place. */
function isPlace(scan: Scan, nationEnd: number): boolean {
  const the = scan.atoms[nationEnd - 2]?.key === 'the';
  return precededBy(scan, the ? nationEnd - 2 : nationEnd - 1, 'place');
}
