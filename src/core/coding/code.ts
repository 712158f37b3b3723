import { contentId } from '../base/content-id.ts';
import { VERSION } from '../base/version.ts';
import type { Doc } from '../language/doc.ts';
import type { ResourceVersions } from '../language/resources.ts';
import type { Coding } from '../model/coding.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Codebook } from './codebook.ts';
import { contextOf } from './context.ts';
import type { Draft } from './draft.ts';
import { finish } from './finish.ts';
import { PARSERS, REFINERS } from './grammar.ts';
import { speakersOf } from './speakers.ts';

/**
 * Writes down every claim of a document with its speaker, its words and its certainty. Gives a coding for every document,
 * empty where it tells of no conflict; the same document and codebook give the same bytes.
 */
export function code(doc: Doc, codebook: Codebook): Outcome<Coding> {
  const context = contextOf(doc, codebook);
  const speakers = speakersOf(context);
  let drafts: readonly Draft[] = PARSERS.flatMap(parser => parser(context, speakers));
  for (const refiner of REFINERS) drafts = refiner(drafts, context, speakers);
  const problems = problemsOf(doc, drafts);
  return { value: finish(drafts, context, coderName(codebook, doc.versions), problems), problems };
}

/**
 * The name under which this coder's work is kept: version of the rules, and a hash over those of every model, lexicon and
 * table that they read. Two codings of one report by one name are the same, byte for byte.
 */
export function coderName(codebook: Pick<Codebook, 'version'>, versions: ResourceVersions): string {
  const read = contentId('res', { ...versions, codebook: codebook.version });
  return `rules@${VERSION}+${read.slice('res_'.length, 'res_'.length + HASH_LENGTH)}`;
}

const HASH_LENGTH = 12;

/** What a reader should doubt of the claims that were kept. */
export function problemsOf(doc: Doc, drafts: readonly Draft[]): readonly Problem[] {
  const kept = drafts.filter(({ dropped }) => dropped === null);
  if (doc.report.text.trim() === '' || (doc.report.language !== null && doc.report.language !== 'en')) return [];
  if (kept.length === 0) return [problem('no-conflict-found')];
  const problems: Problem[] = [];
  for (const draft of kept) {
    if (draft.kind !== 'casualty' || draft.victims.partOf !== null) continue;
    const { span, side, status } = draft.victims;
    if (draft.estimate.qualifier === 'vague') problems.push(problem('count-vague', span));
    if (side === null && status !== 'civilian' && draft.scope === 'incident')
      problems.push(problem('side-unknown', span));
  }
  return problems;
}
