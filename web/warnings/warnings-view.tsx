import { useMemo } from 'react';
import { replaceQuery } from '../app/use-route.ts';
import type { ViewProps } from '../app/view.ts';
import type { DataSource } from '../data/data-source.ts';
import { useAnswer } from '../data/use-answer.ts';
import { usePages } from '../data/use-pages.ts';
import { DayField, WordsField } from '../parts/filter-fields.tsx';
import { Failed, Loading, NoData, Zero } from '../parts/states.tsx';
import { FearItem } from './fear-item.tsx';
import { ThreatItem } from './threat-item.tsx';

const PART = 50;
const FIELDS = ['from', 'to', 'claimant', 'actor', 'text'] as const;
const KINDS = [
  { kind: 'warning', words: 'Threats', one: 'threat' },
  { kind: 'risk', words: 'What is feared', one: 'fear' },
] as const;

/** What somebody threatens, with condition and consequence, and what somebody fears: none of it has happened. */
export function WarningsView({ source, route }: ViewProps) {
  const shown = KINDS.find(({ kind }) => kind === route.query['kind']) ?? KINDS[0];
  const query = useMemo(() => {
    const given = FIELDS.map(name => [name, route.query[name] ?? ''] as const);
    return { ...Object.fromEntries(given.filter(([, value]) => value !== '')), kind: shown.kind };
  }, [route.query, shown]);
  const found = usePages(source, 'warnings', query, PART);
  const set = (name: string) => (value: string) => replaceQuery(route, { ...route.query, [name]: value });
  return (
    <>
      <h1>Threats and risks</h1>
      <p>
        What is threatened, and what is feared, by whom, in which words. None of it is told as having happened, and none
        of it is part of an incident. casus does not foretell: it keeps what was said, and until when.
      </p>
      <fieldset className="choice">
        <legend className="spoken">What to show</legend>
        {KINDS.map(({ kind, words }) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={kind === shown.kind} onChange={() => set('kind')(kind)} /> {words}
          </label>
        ))}
      </fieldset>
      <search className="filters">
        <WordsField
          label={shown.kind === 'warning' ? 'Who threatens' : 'Who fears'}
          value={route.query['claimant']}
          onChange={set('claimant')}
        />
        <WordsField label="Actor named" value={route.query['actor']} onChange={set('actor')} />
        <WordsField label="Words" value={route.query['text']} onChange={set('text')} />
        <DayField label="From" value={route.query['from']} onChange={set('from')} />
        <DayField label="To" value={route.query['to']} onChange={set('to')} />
      </search>
      {found.problem === null ? null : (
        <Failed
          problem={found.problem}
          works={found.items.length === 0 ? 'The other views still work.' : 'What was loaded so far is below.'}
          onRetry={found.retry}
        />
      )}
      <ul className="warnings">
        {found.items.map(item =>
          item.kind === 'warning' ? (
            <ThreatItem key={item.claimId} threat={item} />
          ) : (
            <FearItem key={item.claimId} fear={item} />
          ),
        )}
      </ul>
      {found.isLoading ? <Loading what={shown.words.toLowerCase()} /> : null}
      {!found.isLoading && found.problem === null && found.items.length === 0 ? (
        <None source={source} what={shown.one} isFiltered={Object.keys(query).length > 1} />
      ) : null}
      {found.hasMore && !found.isLoading ? (
        <button type="button" onClick={found.more}>
          Load {PART} more
        </button>
      ) : null}
    </>
  );
}

function None({
  source,
  what,
  isFiltered,
}: {
  readonly source: DataSource;
  readonly what: string;
  readonly isFiltered: boolean;
}) {
  const ledger = useAnswer(source, 'ledger');
  if (ledger.state === 'ready' && ledger.value.size.reports === 0) return <NoData what="reports" />;
  return <Zero what={isFiltered ? `${what} that fits these filters` : what} />;
}
