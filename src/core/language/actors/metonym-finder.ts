import type { Draft } from './actor-mention.ts';
import { standsOff } from './nationality-finder.ts';
import { type Hit, longest, precededBy, type Scan, tokenOf, wordEnd } from './scan.ts';
import type { Body, Sense } from './sense.ts';

type Nation = Hit<Extract<Sense, { type: 'country' }>>;

/**
 * A capital or country that acts or speaks, and so is its government, or its military where it strikes: "Kyiv said",
 * "told Kabul", "Islamabad's patience". Where nothing shows that it acts it is a place, and no mention is made.
 */
export function findMetonym(scan: Scan, at: number): Draft | null {
  const nation = nationAt(scan, at);
  if (nation === null || standsOff(scan, at)) return null;
  const body = bodyThatActs(scan, nation);
  if (body === null) return null;
  const rule = nation.sense.word === 'capital' ? 'capital-acts' : 'country-acts';
  const target = { type: 'state', country: nation.sense.country, body, rule } as const;
  return { from: at, to: nation.to, form: 'metonym', target };
}

function nationAt(scan: Scan, at: number): Nation | null {
  return longest(scan, at, 'country', ({ word }) => word === 'name' || word === 'capital');
}

function bodyThatActs(scan: Scan, nation: Nation): Body | null {
  if (scan.atoms[nation.to - 1]?.possessive) {
    return wordEnd(scan, nation.to, 'property') > 0 ? 'government' : null;
  }
  if (scan.atoms[nation.to]?.hyphened) return null;
  const start = scan.atoms[nation.from - 1]?.key === 'the' ? nation.from - 1 : nation.from;
  const object = precededBy(scan, start, 'before') || isSecondOfObjects(scan, start);
  if (!object && precededBy(scan, start, 'place')) return null;
  const others = joinedNations(scan, nation);
  const plural = others.length > 0 || isJoinedToNation(scan, nation.from);
  const verb = verbAfter(scan, others.at(-1)?.to ?? nation.to, nation.sense.word, plural);
  return verb ?? subjectOf(scan, nation) ?? (object ? 'government' : null);
}

/** The nations joined to this one by "and" or a comma: "Kyiv and Moscow", "Ukraine, Russia". */
function joinedNations(scan: Scan, nation: Nation): readonly Nation[] {
  const others: Nation[] = [];
  let end = nation.to;
  for (let more = 0; more < 3; more++) {
    const start = scan.atoms[end]?.key === 'and' ? end + 1 : gapBefore(scan, end).trim() === ',' ? end : -1;
    const other = start < 0 || scan.sentenceOf[start] !== scan.sentenceOf[nation.from] ? null : nationAt(scan, start);
    if (other === null) break;
    others.push(other);
    end = other.to;
  }
  return others;
}

/** Whether another nation stands right before, joined by "and" or a comma. */
function isJoinedToNation(scan: Scan, at: number): boolean {
  const end = scan.atoms[at - 1]?.key === 'and' ? at - 1 : gapBefore(scan, at).trim() === ',' ? at : -1;
  for (let start = end - 1; start >= 0 && start > end - 4; start--) {
    const first = nationAt(scan, start);
    if (first !== null && first.to === end) return true;
  }
  return false;
}

/** The second of two objects: "between Kyiv and Moscow", "told Islamabad and Kabul". */
function isSecondOfObjects(scan: Scan, at: number): boolean {
  if (scan.atoms[at - 1]?.key !== 'and') return false;
  for (let start = at - 2; start >= 0 && start > at - 6; start--) {
    const first = nationAt(scan, start);
    if (first !== null && first.to === at - 1) return precededBy(scan, start, 'before');
  }
  return false;
}

/** The body that a verb behind the nation makes of it, null where no such verb follows. */
function verbAfter(scan: Scan, at: number, word: string, plural: boolean): Body | null {
  let start = at;
  let bare = plural;
  for (let skipped = 0; skipped <= 3; skipped++) {
    if (scan.sentenceOf[start] !== scan.sentenceOf[at - 1] || !/^[\s"“”']*$/.test(gapBefore(scan, start))) return null;
    const verb = longest(scan, start, 'word', ({ use }) => use === 'speech' || use === 'act' || use === 'force-act');
    if (verb !== null && (bare || !verb.sense.base) && mayBeVerb(scan, start)) {
      const noun = verb.sense.use === 'force-act' && word === 'capital' && /s$/.test(scan.atoms[start]?.key ?? '');
      if (!noun) return verb.sense.use === 'force-act' ? 'military' : 'government';
    }
    if (bare && wordEnd(scan, start, 'disposed') > 0) return 'government';
    const next = wordEnd(scan, start, 'aux');
    if (next < 0) return null;
    bare = true;
    start = next;
  }
  return null;
}

/** Whether the tagger lets a word be a verb; it cannot be held to that in a headline, where nouns and verbs look alike. */
function mayBeVerb(scan: Scan, at: number): boolean {
  const upos = tokenOf(scan, at)?.upos ?? '';
  return (
    upos === '' || upos === 'VERB' || upos === 'AUX' || scan.sentences[scan.sentenceOf[at] ?? 0]?.kind === 'headline'
  );
}

/** The body that the verb governs of which the nation is the subject by the parse, however far away it stands. */
function subjectOf(scan: Scan, nation: Nation): Body | null {
  const token = tokenOf(scan, nation.to - 1);
  if (token === undefined || token.label !== 'nsubj') return null;
  const verb = scan.atomAt.get(token.head);
  const hit =
    verb === undefined
      ? null
      : longest(scan, verb, 'word', ({ use }) => use === 'speech' || use === 'act' || use === 'force-act');
  if (hit === null || scan.tokens[token.head]?.upos !== 'VERB') return null;
  return hit.sense.use === 'force-act' ? 'military' : 'government';
}

function gapBefore(scan: Scan, at: number): string {
  const before = scan.atoms[at - 1];
  const atom = scan.atoms[at];
  if (before === undefined || atom === undefined) return '.';
  const gap = scan.text.slice(before.end, atom.start);
  return before.possessive ? gap.replace(/^['’]s?/i, '') : gap;
}
