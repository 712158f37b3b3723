import { useMemo, useState } from 'react';
import type { ReadText } from '../../src/core/api/read-text.ts';
import { incidentSentence } from '../../src/core/export/incident-words.ts';
import { tollsInWords } from '../../src/core/export/toll-words.ts';
import { dayInWords } from '../../src/core/export/words.ts';
import type { ReportInput } from '../../src/core/ingest/index.ts';
import type { DataSource } from '../data/data-source.ts';
import { QuoteInPlace } from '../parts/quote-in-place.tsx';
import { Zero } from '../parts/states.tsx';
import { Unknown } from '../parts/unknown.tsx';
import { AddToLedger } from './add-to-ledger.tsx';
import { ReadClaims } from './read-claims.tsx';

interface ResultProps {
  readonly answer: ReadText;
  readonly input: ReportInput;
  readonly source: DataSource;
}

/** What a text says: incidents, the text with the words marked, each claim with what made it, and what is in doubt. */
export function ReadResult({ answer: { record, explanation }, input, source }: ResultProps) {
  const [report] = record.reports;
  const [coding] = record.codings;
  const [current, setCurrent] = useState<string | null>(null);
  const spans = useMemo(() => (coding?.claims ?? []).map(({ id, evidence }) => ({ id, ...evidence.span })), [coding]);
  if (report === undefined || coding === undefined) return <Zero what="report in this text" />;
  const problems = [...coding.problems, ...record.problems];
  return (
    <>
      <Head report={report} />
      <h3>Incidents</h3>
      {record.incidents.length === 0 ? (
        <p>
          <Unknown words="No incident is told as having happened." />
        </p>
      ) : (
        <ul>
          {record.incidents.map(incident => (
            <li key={incident.id}>
              <span dir="auto">{incidentSentence(incident)}</span>
              {incident.tolls.length === 0 ? (
                <>
                  : <Unknown words="losses not stated" />
                </>
              ) : (
                <>
                  : <span dir="auto">{tollsInWords(incident)}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="read-columns">
        <section aria-labelledby="read-text">
          <h3 id="read-text">The text, with the words that claims stand on</h3>
          <QuoteInPlace text={report.text} spans={spans} current={current} onChoose={setCurrent} />
        </section>
        <section aria-labelledby="read-claims">
          <h3 id="read-claims">Who says what, and how it was read</h3>
          <ReadClaims
            coding={coding}
            report={report}
            explanation={explanation}
            current={current}
            onChoose={setCurrent}
          />
        </section>
      </div>
      <h3>What to doubt</h3>
      {problems.length === 0 ? (
        <p>No difficulty was met.</p>
      ) : (
        <ul>
          {[...new Set(problems.map(({ message }) => message))].map(message => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <AddToLedger key={report.id} source={source} input={input} />
    </>
  );
}

function Head({ report }: { readonly report: ReadText['record']['reports'][number] }) {
  const { headline, text, source, publishedAt, publishedBasis, language } = report;
  return (
    <dl className="pairs">
      <dt>Headline</dt>
      <dd dir="auto">
        {headline === null ? <Unknown words="none found" /> : text.slice(headline.start, headline.end)}
      </dd>
      <dt>Publisher</dt>
      <dd dir="auto">{source?.name ?? <Unknown />}</dd>
      <dt>Published</dt>
      <dd>
        {publishedAt === null ? (
          <Unknown words="day not known: words as “on Tuesday” stay without a day" />
        ) : (
          `${dayInWords(publishedAt)} (${publishedBasis === 'given' ? 'as given' : `from the ${publishedBasis}`})`
        )}
      </dd>
      <dt>Language</dt>
      <dd>{language === null ? <Unknown words="could not be told" /> : languageInWords(language)}</dd>
    </dl>
  );
}

function languageInWords(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}
