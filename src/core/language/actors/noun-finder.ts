import type { Draft, Target } from './actor-mention.ts';
import { isCapital } from './atoms.ts';
import { personPart, withNoun } from './name-finder.ts';
import { follows, longest, type Scan, tokenOf, wordEnd } from './scan.ts';

/** Persons by a noun alone: "soldiers", "four villagers", "gunmen"; with an adjective that makes a group of them. */
export function findPersons(scan: Scan, at: number): Draft | null {
  const hit = longest(scan, at, 'person');
  if (hit === null || scan.atoms[hit.to]?.hyphened || isLastName(scan, at)) return null;
  const { person, plural } = hit.sense;
  const upos = tokenOf(scan, hit.to - 1)?.upos ?? '';
  if (upos === 'VERB' || (upos === 'ADJ' && person.status !== 'civilian' && !person.loss)) return null;
  const office = longest(scan, at, 'office', ({ speaks }) => speaks !== 'unnamed' && speaks !== 'body');
  const holder = office?.to === hit.to ? findOffice(scan, at) : null;
  if (holder !== null) return { ...holder, person: personPart(person, plural) };
  const anonymous = longest(scan, at, 'office', ({ speaks }) => speaks === 'unnamed')?.to === hit.to;
  return {
    from: at,
    to: hit.to,
    form: 'person-noun',
    target: targetOf(person.force, person.status, person.noun),
    person: personPart(person, plural),
    ...(anonymous ? { anonymous: true } : {}),
    ...(longest(scan, at, 'office', ({ speaks }) => speaks === 'body')?.to === hit.to ? { title: true } : {}),
  };
}

/** Whether a word with a capital follows another that nobody knows: "Zahid Mujahid" is a person's name. */
function isLastName(scan: Scan, at: number): boolean {
  const [before, atom] = [scan.atoms[at - 1], scan.atoms[at]];
  if (before === undefined || atom === undefined || !follows(scan, at)) return false;
  const mixed = scan.writing[scan.sentenceOf[at] ?? 0] === 'mixed';
  return mixed && isCapital(atom.raw) && /^\p{Lu}\p{Ll}/u.test(before.raw) && scan.hits[at - 1]?.length === 0;
}

/** A group by an adjective and a noun: "rebel forces", "Chin resistance fighters", "separatist leader". */
export function findSide(scan: Scan, at: number): Draft | null {
  let start = at;
  for (let words = 0; words < 3 && start >= 0; words++) {
    const next = wordEnd(scan, start, 'side');
    if (next < 0 || !follows(scan, next)) break;
    start = next;
  }
  if (start === at) return null;
  const own: Target = { type: 'own', kind: 'armed-group', country: null };
  const person = longest(scan, start, 'person');
  if (person !== null) {
    const { status, member } = person.sense.person;
    if (status === 'civilian' || (status === 'unknown' && !member)) return null;
    return {
      from: at,
      to: person.to,
      form: 'unknown-group',
      target: own,
      person: personPart(person.sense.person, person.sense.plural),
    };
  }
  const force = longest(scan, start, 'force', ({ use, body }) => use === 'force' && body !== 'government');
  const end = Math.max(wordEnd(scan, start, 'band'), force?.to ?? -1);
  if (end > 0) return { from: at, to: end, form: 'unknown-group', target: own };
  const office = longest(scan, start, 'office', ({ speaks }) => speaks === 'body');
  return office === null ? null : { from: at, to: office.to, form: 'office', target: own };
}

/** A body of a state without its country: "the army", "security forces", "police". */
export function findForce(scan: Scan, at: number): Draft | null {
  const hit = longest(scan, at, 'force', ({ use }) => use === 'force');
  if (hit === null || scan.atoms[at]?.hyphened || isCompound(scan, hit.to)) return null;
  const office = follows(scan, hit.to) ? longest(scan, hit.to, 'office', ({ speaks }) => speaks === 'body') : null;
  const target: Target = { type: 'implied', body: hit.sense.body };
  const soldiers = follows(scan, hit.to)
    ? longest(
        scan,
        hit.to,
        'person',
        ({ person }) => person.anaphor === 'body' || (person.force !== 'armed-group' && person.status === 'combatant'),
      )
    : null;
  if (soldiers !== null) {
    const { person, plural } = soldiers.sense;
    const body = person.force === 'military' || person.force === 'police' ? person.force : hit.sense.body;
    const part = personPart(person, plural);
    return { from: at, to: soldiers.to, form: 'person-noun', target: { type: 'implied', body }, person: part };
  }
  if (office !== null) return { from: at, to: office.to, form: 'office', target };
  const post =
    hit.sense.body === 'government' && follows(scan, hit.to)
      ? longest(scan, hit.to, 'force', ({ use }) => use === 'equipment')
      : null;
  if (post !== null)
    return { from: at, to: post.to, form: 'nationality+noun', target: { type: 'implied', body: 'military' } };
  return isAdjective(scan, hit.to - 1) ? null : { from: at, to: hit.to, form: 'nationality+noun', target };
}

/** An office alone: "the governor", "a police spokesman", "the head nurse". */
export function findOffice(scan: Scan, at: number): Draft | null {
  const hit = longest(scan, at, 'office', ({ speaks }) => speaks !== 'body');
  if (hit === null) return null;
  const { speaks, anonymous, loose, local } = hit.sense;
  const club = loose && isOfSmallThing(scan, hit.to);
  const target: Target =
    speaks === 'unnamed' || speaks === 'body' || club
      ? { type: 'own', kind: 'person', country: null }
      : { type: 'implied', body: speaks };
  return {
    from: at,
    to: hit.to,
    form: 'office',
    target,
    ...(anonymous || club ? { anonymous: true } : {}),
    ...(local && !club ? { local } : {}),
  };
}

/**
 * A noun that takes up an actor named before, alone or with its own noun: "the group", "this movement's fighters", "the
 * spokesman"; several groups without a name: "militias".
 */
export function findTakenUp(scan: Scan, at: number): Draft | null {
  const definite = at > 0 && (wordEnd(scan, at - 1, 'definite') === at || wordEnd(scan, at - 1, 'whose') === at);
  const target: Target = { type: 'own', kind: null, country: null };
  const group = definite ? wordEnd(scan, at, 'group-noun') : -1;
  if (group > 0) return withNoun(scan, { from: at, to: group, form: 'unknown-group', target: ARMED, anaphor: 'group' });
  const organisation = definite || opensTitle(scan, at) ? wordEnd(scan, at, 'organisation-noun') : -1;
  if (organisation > 0)
    return withNoun(scan, { from: at, to: organisation, form: 'unknown-group', target, anaphor: 'organisation' });
  const office = longest(scan, at, 'office', ({ speaks }) => speaks === 'body');
  if (definite && office !== null) {
    return { from: at, to: office.to, form: 'office', target: { ...target, kind: 'person' }, anaphor: 'office' };
  }
  const band = wordEnd(scan, at, 'band');
  const several = band > 0 && /s$/.test(scan.atoms[band - 1]?.key ?? '');
  return several ? { from: at, to: band, form: 'unknown-group', target: ARMED } : null;
}

/** "Agency spokesman Mahmoud Sow said": a title without an article at the head of a sentence. */
function opensTitle(scan: Scan, at: number): boolean {
  const end = wordEnd(scan, at, 'organisation-noun');
  if (end < 0 || (at > 0 && scan.sentenceOf[at - 1] === scan.sentenceOf[at])) return false;
  const office = longest(scan, end, 'office', ({ speaks }) => speaks === 'body');
  return office !== null && isCapital(scan.atoms[office.to]?.raw ?? '');
}

const ARMED: Target = { type: 'own', kind: 'armed-group', country: null };

/** Whether a hyphen binds the word before to a participle that makes it no actor: "police-escorted", but not "army-appointed". */
function isCompound(scan: Scan, at: number): boolean {
  return (scan.atoms[at]?.hyphened ?? false) && wordEnd(scan, at, 'sponsor') < 0;
}

/** Whether "of the …" with a small letter follows: the president of a club is no president. */
function isOfSmallThing(scan: Scan, at: number): boolean {
  if (scan.atoms[at]?.key !== 'of' || !follows(scan, at)) return false;
  const next = wordEnd(scan, at + 1, 'function') > 0 ? at + 2 : at + 1;
  const thing = scan.atoms[next];
  return thing !== undefined && !isCapital(thing.raw) && longest(scan, next, 'force') === null;
}

/** Whether the tagger says that a word is an adjective here ("military aid"). Without tags nothing is known. */
function isAdjective(scan: Scan, atom: number): boolean {
  return tokenOf(scan, atom)?.upos === 'ADJ';
}

function targetOf(force: string | null, status: string, noun: string): Target {
  if (force === 'military' || force === 'police') return { type: 'implied', body: force };
  if (force === 'armed-group') return { type: 'own', kind: 'armed-group', country: null };
  if (status === 'civilian') return { type: 'civilians', country: null, stated: noun === 'civilian' };
  return { type: 'own', kind: null, country: null };
}
