import type { Actor, ActorRef } from '../../model/actor.ts';
import type { Candidate, Draft } from './actor-mention.ts';
import { isCapital } from './atoms.ts';
import { isState } from './document-countries.ts';
import { wordEnd } from './scan.ts';
import type { Body } from './sense.ts';
import { lastBefore, type Settings, wordsOf } from './settings.ts';

/** The id of the one actor that stands for civilians everywhere. */
export const CIVILIANS = 'civilians';

/** Decides whom a draft means. What nothing decides keeps its own words, without an id. */
export function resolveTarget(draft: Draft, settings: Settings): ActorRef {
  const { target } = draft;
  switch (target.type) {
    case 'actors':
      return resolveActors(draft, target.candidates, settings);
    case 'state':
      return (
        stateRef(draft, target.country, target.body, target.rule, settings) ??
        ownRef(draft, settings, target.body, target.country)
      );
    case 'implied':
      return resolveImplied(draft, target.body, settings);
    case 'losses': {
      const soldiers = settings.militaries.has(target.country);
      const ref = soldiers
        ? stateRef(draft, target.country, 'military', 'nation-whose-military-is-named', settings)
        : null;
      return ref ?? ownRef(draft, settings, null, target.country);
    }
    case 'civilians': {
      const rule = target.stated ? null : 'persons-of-civilian-life';
      const basis = target.stated ? 'stated' : 'implied';
      return {
        id: CIVILIANS,
        name: 'Civilians',
        kind: 'civilians',
        country: target.country,
        span: spanOf(draft, settings),
        basis,
        rule,
      };
    }
    case 'own':
      return { ...ownRef(draft, settings, target.kind, target.country), ...(target.name ? { name: target.name } : {}) };
  }
}

/** A name that one actor bears for certain is its own; a shared or contested one goes to whom the report speaks of. */
function resolveActors(draft: Draft, candidates: readonly Candidate[], settings: Settings): ActorRef {
  const day = settings.context.publishedAt ?? null;
  const alive = candidates.filter(({ id }) => settings.scan.index.isAlive(id, day));
  const possible = alive.length > 0 ? alive : candidates;
  const only = possible[0];
  if (only !== undefined && possible.length === 1 && !only.contested)
    return actorRef(draft, only.id, only.rule, settings);
  const scored = possible
    .map(candidate => ({ candidate, ...scoreOf(draft, candidate, settings) }))
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  const [best, next] = scored;
  if (best === undefined || best.score <= 0 || (next !== undefined && next.score === best.score)) {
    return ownRef(draft, settings, null, null, 'contested-name-undecided');
  }
  const usual =
    !best.candidate.contested && scored.every(({ candidate }) => candidate === best.candidate || candidate.contested);
  return actorRef(draft, best.candidate.id, usual ? best.candidate.rule : `contested-name: ${best.reason}`, settings);
}

/** How much speaks for a candidate: its certain name elsewhere, its country in the report, the name being its usual one. */
function scoreOf(
  draft: Draft,
  { id, contested, own }: Candidate,
  settings: Settings,
): { score: number; reason: string } {
  const { certain, countries, scan } = settings;
  const other = [...(certain.get(id) ?? [])].some(words => words !== wordsOf(scan, draft));
  const home = scan.index.registered(id)?.countries ?? [];
  const weight = home.reduce((sum, country, i) => sum + (countries.weights.get(country) ?? 0) / (i === 0 ? 1 : 2), 0);
  const main = countries.main !== null && home[0] === countries.main;
  const score = (contested ? 0 : 2.5 + own) + (other ? 3 : 0) + (main ? 2 : 0) + Math.min(2, weight * 0.75);
  const reason = other ? 'named-in-full' : main ? 'report-country' : weight > 0 ? 'country-in-report' : 'usual-bearer';
  return { score, reason };
}

/**
 * "The army" is of the country that the report is about; else of the country where the sentence's places lie; else of the
 * state whose body was named last, not long before it.
 */
function resolveImplied(draft: Draft, body: Body, settings: Settings): ActorRef {
  const { bodies, countries, countryOf, scan } = settings;
  const seat = countryBehind(draft, body, settings);
  const seated = seat === null ? null : stateRef(draft, seat, body, 'place-of-office', settings);
  if (seated !== null) return seated;
  const home = draft.local ? countryOfPlaces(settings) : null;
  const serving = home === null ? null : stateRef(draft, home, body, 'places-of-report', settings);
  if (serving !== null) return serving;
  const same = namedWithNation(draft, body, settings);
  if (same !== null) return same;
  if (countries.main !== null) {
    const ref = stateRef(draft, countries.main, body, 'report-country', settings);
    if (ref !== null) return ref;
  }
  const voice = settings.context.voice ? scan.index.actorNamed(settings.context.voice) : null;
  const spoken =
    isState(voice?.kind) && voice?.country ? stateRef(draft, voice.country, body, 'publisher-voice', settings) : null;
  if (spoken !== null) return spoken;
  const speaker = speakerBefore(draft, settings);
  const own = speaker === null ? null : stateRef(draft, speaker, body, 'speaker-of-sentence', settings);
  if (own !== null) return own;
  const here = countryOf.get(scan.sentenceOf[draft.from] ?? 0) ?? null;
  const there = here === null ? null : stateRef(draft, here, body, 'place-in-sentence', settings);
  if (there !== null) return there;
  const before = lastBefore(bodies[body], draft.from);
  // A mayor is of no country just because its government was named.
  const near =
    !draft.local && before !== null && (scan.sentenceOf[draft.from] ?? 0) - (scan.sentenceOf[before.from] ?? 0) <= 2;
  const named =
    near && before.target.type === 'state'
      ? stateRef(draft, before.target.country, body, 'body-named-before', settings)
      : null;
  return named ?? ownRef(draft, settings, body, null, 'country-undecided');
}

/** The country in which at least two thirds of the places of the report lie. */
function countryOfPlaces({ places }: Settings): string | null {
  const counts = new Map<string, number>();
  for (const { country } of places.values()) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most !== undefined && most[1] * 3 >= places.size * 2 ? most[0] : null;
}

/** How many sentences back "the military" takes up the military that was named with its nation. */
const TAKEN_UP = 6;

/**
 * "The Israeli military said … The military added": takes up the one force that the text names with its nation, not long
 * before. Where it names those of several nations, the country that the report speaks of decides.
 */
function namedWithNation(draft: Draft, body: Body, settings: Settings): ActorRef | null {
  if (body === 'government' || draft.form === 'office') return null;
  const { bodies, scan } = settings;
  const before = lastBefore(bodies[body], draft.from);
  if (before === null || before.target.type !== 'state') return null;
  const { country } = before.target;
  if (country === settings.countries.main) return null;
  const nations = new Set(bodies[body].flatMap(({ target }) => (target.type === 'state' ? target.country : [])));
  const near = (scan.sentenceOf[draft.from] ?? 0) - (scan.sentenceOf[before.from] ?? 0) <= TAKEN_UP;
  const force = before.form === 'nationality+noun';
  return near && force && nations.size === 1 ? stateRef(draft, country, body, 'body-named-before', settings) : null;
}

/** The country of the place right behind an office or a body at home: "the governor of Belgorod", "police in Mandera". */
function countryBehind(draft: Draft, body: Body, { places, scan }: Settings): string | null {
  if (draft.form !== 'office' && body === 'military') return null;
  const link = scan.atoms[draft.to]?.key;
  const place = scan.atoms[draft.to + 1];
  if ((link !== 'of' && link !== 'in' && link !== 'for') || place === undefined || !isCapital(place.raw)) return null;
  return places.get(place.start)?.country ?? null;
}

/** The country of a government that speaks in the sentence before the draft: "Moscow said air defences had …". */
function speakerBefore(draft: Draft, { bodies, scan }: Settings): string | null {
  const before = lastBefore(bodies.government, draft.from);
  if (before === null || before.target.type !== 'state' || draft.form === 'office') return null;
  const speaks = wordEnd(scan, before.to, 'speech') > 0 && scan.sentenceOf[before.from] === scan.sentenceOf[draft.from];
  return speaks ? before.target.country : null;
}

function stateRef(draft: Draft, country: string, body: Body, rule: string | null, settings: Settings): ActorRef | null {
  const actor = settings.scan.index.stateBody(country, body, settings.context.publishedAt ?? null);
  return actor === null ? null : refTo(actor, draft, rule, settings);
}

function actorRef(draft: Draft, id: string, rule: string | null, settings: Settings): ActorRef {
  const { index } = settings.scan;
  const actor = index.actor(id);
  if (actor === null) return ownRef(draft, settings, null, null);
  const { kind, country } = actor;
  const body = kind === 'government' || kind === 'military' || kind === 'police' ? kind : null;
  const today =
    body === null || country === null || !/ of /.test(actor.name) ? actor : bodyToday(actor, country, body, settings);
  return refTo(today, draft, rule, settings);
}

/** A service of a state goes with the regime that holds the state on the day of the report. */
function bodyToday(actor: Actor, country: string, body: Body, settings: Settings): Actor {
  const { index } = settings.scan;
  const usual = index.stateBody(country, body, '0000-01-01');
  if (usual?.id !== actor.id) return actor;
  return index.stateBody(country, body, settings.context.publishedAt ?? null) ?? actor;
}

function refTo(actor: Actor, draft: Draft, rule: string | null, settings: Settings): ActorRef {
  const { id, name, kind, country } = actor;
  return { id, name, kind, country, span: spanOf(draft, settings), basis: rule === null ? 'stated' : 'implied', rule };
}

function ownRef(
  draft: Draft,
  settings: Settings,
  kind: ActorRef['kind'],
  country: string | null,
  rule: string | null = null,
): ActorRef {
  const span = spanOf(draft, settings);
  const name = settings.scan.text.slice(span.start, span.end);
  return { id: null, name, kind, country, span, basis: 'stated', rule };
}

function spanOf(draft: Draft, { scan }: Settings): { readonly start: number; readonly end: number } {
  return { start: scan.atoms[draft.from]?.start ?? 0, end: scan.atoms[draft.to - 1]?.end ?? 0 };
}
