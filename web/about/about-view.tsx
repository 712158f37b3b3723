import { countInWords, dayInWords, listInWords } from '../../src/core/export/words.ts';
import type { ViewProps } from '../app/view.ts';
import type { DataSource } from '../data/data-source.ts';
import type { AnswerOf } from '../data/routes.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { Unknown } from '../parts/unknown.tsx';
import { type Download, Downloads } from './downloads.tsx';

/** How what is shown came to be, what was left out or masked, and the files of it. */
export function AboutView({ source }: ViewProps) {
  return (
    <>
      <h1>About this data</h1>
      <p>
        Read from news reports by casus. Every figure is what a report says that somebody says, with its words; casus
        does not find out what is true, adds up no accounts, and follows no persons.
      </p>
      {source.site === null ? <OfServer source={source} /> : <OfSite site={source.site} />}
    </>
  );
}

function OfSite({ site: { title, stamp, size, downloads } }: { readonly site: NonNullable<DataSource['site']> }) {
  const days = stamp.from === null || stamp.until === null ? null : [stamp.from, stamp.until].map(dayInWords);
  return (
    <>
      <dl className="pairs">
        <dt>Title</dt>
        <dd dir="auto">{title}</dd>
        <dt>Holds</dt>
        <dd>
          {countInWords(size.reports)} reports, {countInWords(size.claims)} claims, {countInWords(size.incidents)}{' '}
          incidents
        </dd>
        <dt>Days of the incidents</dt>
        <dd>{days === null ? <Unknown words="no day of any is known" /> : days.join(' to ')}</dd>
        <dt>Narrowed down to</dt>
        <dd>{stamp.filters.length === 0 ? 'nothing: all that the ledger held' : listInWords(stamp.filters)}</dd>
        <dt>Made by</dt>
        <dd>{stamp.generator}</dd>
        <dt>Coded by</dt>
        <dd>{listInWords(stamp.coders)}</dd>
        <dt>Ranges by policy</dt>
        <dd>{stamp.policy}</dd>
        <dt>Names of persons</dt>
        <dd>
          {stamp.redacted
            ? 'Names of private persons are masked with blocks (█), as far as a program finds them. Those who speak for a body keep theirs.'
            : 'Names of private persons are not masked.'}
        </dd>
      </dl>
      <h2>Files</h2>
      <Downloads
        files={downloads.map(({ path, describes, bytes }) => ({ href: path, name: path, describes, bytes }))}
      />
    </>
  );
}

function OfServer({ source }: { readonly source: DataSource }) {
  const ledger = useAnswer(source, 'ledger');
  const formats = useAnswer(source, 'formats');
  const failed = [ledger, formats].find(({ state }) => state === 'failed');
  if (failed?.state === 'failed') {
    return <Failed problem={failed.problem} works="The other views still work." onRetry={failed.retry} />;
  }
  if (ledger.state !== 'ready' || formats.state !== 'ready') return <Loading what="what is known of the ledger" />;
  return (
    <>
      <Ledger ledger={ledger.value} />
      <h2>Files</h2>
      <p>
        The whole ledger in shapes that others read. Rows like those of ACLED, UCDP, PLOVER or POLECAT follow their
        public formats and are not products of those projects. Names of private persons are masked.
      </p>
      <Downloads files={formats.value.items.flatMap(format => fileOf(source, format) ?? [])} />
    </>
  );
}

function fileOf(
  source: DataSource,
  { name, extension, description }: AnswerOf<'formats'>['items'][number],
): Download | null {
  const href = source.exportUrl(name, { redact: 'true' });
  return href === null ? null : { href, name: `${name}.${extension}`, describes: description, bytes: null };
}

function Ledger({ ledger: { size, days, policy, casus, versions } }: { readonly ledger: AnswerOf<'ledger'> }) {
  return (
    <dl className="pairs">
      <dt>Holds</dt>
      <dd>
        {countInWords(size.reports)} reports, {countInWords(size.claims)} claims, {countInWords(size.incidents)}{' '}
        incidents
      </dd>
      <dt>Days of the incidents</dt>
      <dd>
        {days === null ? (
          <Unknown words="no day of any is known" />
        ) : (
          `${dayInWords(days.first)} to ${dayInWords(days.last)}`
        )}
      </dd>
      <dt>Answered by</dt>
      <dd>casus {casus}</dd>
      <dt>Coded by</dt>
      <dd>{versions === null ? <Unknown words="the ledger does not say" /> : versions.coder}</dd>
      <dt>Ranges by policy</dt>
      <dd>{policy ?? <Unknown words="no ranges yet" />}</dd>
    </dl>
  );
}
