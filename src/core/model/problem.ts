import { z } from 'zod';
import { Span } from './span.ts';

/** Every difficulty that casus can meet in the data, and what it means for the reader. */
export const PROBLEMS = {
  'text-empty': 'The report has no text.',
  'text-damaged': 'Some bytes were not valid text and were replaced; quotes from there may not match the original.',
  'text-too-long': 'The report is longer than casus reads in one piece; what lies beyond the limit was not coded.',
  'encoding-assumed': 'The bytes are not UTF-8 and name no encoding; they were read as Windows-1252.',
  'metadata-unread':
    'Something said about the report, its date for instance, could not be understood and was left out.',
  'language-not-coded': 'The report is not in a language that casus codes; it is kept, and nothing was coded.',
  'language-uncertain': 'The language of the report could not be told from so little text.',
  'no-conflict-found': 'No statement about armed conflict was found.',
  'published-unknown': 'The publication date is not known, so relative days ("Wednesday") stay unresolved.',
  'when-unresolved': 'A time expression could not be turned into a date.',
  'when-impossible': 'A date was written that does not exist.',
  'place-unresolved': 'A place name was not found in the gazetteer, or nothing decides between its namesakes.',
  'place-ambiguous': 'Several places have this name; one was chosen, and the reason is given.',
  'count-vague': 'A number was given in words that set only a bound ("dozens"), or none.',
  'count-unresolved': 'A figure was found whose meaning could not be settled.',
  'side-unknown': 'The report does not say to which side the victims belong.',
  'status-unknown': 'The report does not say whether the victims were civilians or combatants.',
  'claimant-unclear': 'It is not clear who says this.',
  'sentence-not-coded': 'A sentence speaks of harm to people but could not be coded.',
  'sentence-too-long': 'A sentence is too long to be analysed; it was cut into pieces.',
  'quote-mismatch': 'A coder gave a quote that is not in the text; the claim was dropped.',
  'claim-invalid': 'A coder gave a claim that breaks a rule of the model; it was dropped.',
  'coding-failed':
    'The report could not be coded because casus failed at it; it is kept, and tried again when it is added again.',
  'claim-rejected': 'A reviewer rejected this claim; it does not count.',
  'decision-lost':
    'What a decision is about was not found in the newest coding; the decision is not carried out there.',
  'decision-conflict': 'A decision cannot hold beside one before it; the earlier one holds.',
  'decision-invalid':
    'What a decision sets breaks a rule of the model or has no words in the text; it is not carried out.',
  'toll-open': 'No account bounds this toll from above.',
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** A difficulty met in the data: a value that is stored and shown, never an exception. `span` is null for the whole report. */
export const Problem = z
  .object({
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    message: z.string().min(1),
    span: Span.nullable(),
  })
  .readonly()
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** A problem with the table's own sentence, or a more exact one. */
export function problem(code: ProblemCode, span: Span | null = null, message: string = PROBLEMS[code]): Problem {
  return { code, message, span };
}
