import type { Outcome } from '../model/outcome.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import { overlaps } from '../model/span.ts';
import { type ActorContext, findActors } from './actors/find-actors.ts';
import type { DateMention } from './dates/date-mention.ts';
import { findDates } from './dates/find-dates.ts';
import type { Doc } from './doc.ts';
import { findNumbers } from './numbers/find-numbers.ts';
import { findPlaces, type PlaceMention } from './places/find-places.ts';
import type { Resources } from './resources.ts';
import { findSpeech } from './speech/find-speech.ts';
import { type AnnotateOptions, annotate } from './syntax/annotate.ts';
import { isInCapitals, restoreCase } from './syntax/restore-case.ts';
import type { Sentence } from './token.ts';
import { treeOf } from './tree.ts';

/** How carefully a report is read: see `annotate`. */
export type AnalyzeOptions = Pick<AnnotateOptions, 'mode' | 'matters'>;

/**
 * Reads the language of a report: tokens, sentences, trees, and the numbers, dates, places, actors and speakers in them, as
 * layers over the unchanged text. Never fails; what could not be resolved is a problem. A report in a language that is
 * not coded gets tokens and sentences and no other layer, so that nothing is guessed. `options` trade care for speed.
 */
export function analyze(report: Report, resources: Resources, options: AnalyzeOptions = {}): Outcome<Doc> {
  // Every model and lexicon reads words in sentence case; offsets and quotes stay those of the report's own text.
  const text = isInCapitals(report.text) ? restoreCase(report.text, resources.models) : report.text;
  const {
    tokens,
    sentences: bare,
    names,
    problems,
  } = annotate(text, resources.models, {
    endings: endingsOf(report),
    numbers: resources.numbers,
    ...options,
  });
  const sentences = bare.map(sentence => ({ ...sentence, kind: kindOf(report, sentence) }));
  const tree = treeOf(tokens);
  if (report.language !== null && report.language !== 'en') {
    const empty = { numbers: [], dates: [], places: [], actors: [], speeches: [], names: [] };
    return { value: { report, tokens, sentences, tree, ...empty, versions: resources.versions }, problems };
  }
  const input = { text, tokens, sentences };
  const dates = findDates(input, { publishedAt: report.publishedAt });
  const places = findPlaces(input, resources.gazetteer, { publisherCountry: report.source?.country ?? null });
  const doc: Doc = {
    report,
    tokens,
    sentences,
    tree,
    numbers: findNumbers(
      tokens,
      resources.numbers,
      dates.map(({ span }) => span),
    ),
    dates,
    places,
    actors: findActors({ ...input, context: actorContext(report, places) }, resources.actors),
    speeches: findSpeech(tree, sentences, resources.speech),
    names,
    versions: resources.versions,
  };
  return { value: doc, problems: [...problems, ...unresolvedDates(report, dates), ...unresolvedPlaces(places)] };
}

/** What sharpens who "the army" is: the day, the publisher, and where the places of the text lie. */
function actorContext({ source, publishedAt }: Report, mentions: readonly PlaceMention[]): ActorContext {
  const places = mentions.flatMap(({ role, span, place: { country } }) =>
    (role === 'location' || role === 'name-part') && country !== null
      ? [{ start: span.start, end: span.end, country }]
      : [],
  );
  return {
    publishedAt,
    publisher: source?.name ?? null,
    publisherCountry: source?.country ?? null,
    voice: source?.affiliation ?? null,
    places,
  };
}

/** Where a headline and a dateline end, no sentence goes on. */
function endingsOf({ headline, dateline }: Report): readonly number[] {
  return [headline, dateline].filter(span => span !== null).map(({ end }) => end);
}

function kindOf(report: Report, sentence: Sentence): Sentence['kind'] {
  if (report.headline !== null && overlaps(report.headline, sentence)) return 'headline';
  const { dateline } = report;
  return dateline !== null && dateline.start <= sentence.start && sentence.end <= dateline.end ? 'dateline' : 'body';
}

function unresolvedDates(report: Report, dates: readonly DateMention[]): readonly Problem[] {
  if (report.publishedAt === null && dates.length > 0) return [];
  return dates
    .filter(({ when, kind }) => when.start === null && (kind === 'day' || kind === 'interval'))
    .map(({ span, when }) =>
      problem(
        /exist/.test(when.why) ? 'when-impossible' : 'when-unresolved',
        span,
        `“${report.text.slice(span.start, span.end)}”: ${when.why}`,
      ),
    );
}

function unresolvedPlaces(places: readonly PlaceMention[]): readonly Problem[] {
  return places
    .filter(({ role, place }) => role === 'location' && place.lat === null)
    .map(({ span, place }) => problem('place-unresolved', span, `“${place.name}”: ${place.why}`));
}
