import { dayInWords } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { Unknown } from '../parts/unknown.tsx';

/** The words themselves, who published them and when, with the way to the text. */
export function SaidWhere({
  said: { claimId, quote, report, day },
}: {
  readonly said: AnswerOf<'warnings'>['items'][number];
}) {
  return (
    <p className="said-where">
      <a className="quote" dir="auto" href={hashOf({ path: ['claims', claimId] })}>
        “{quote}”
      </a>
      <span className="muted">
        {report.publisher === null ? <Unknown words="publisher not stated" /> : <bdi>{report.publisher}</bdi>},{' '}
        {day === null ? <Unknown words="day not stated" /> : dayInWords(day)}
      </span>
    </p>
  );
}
