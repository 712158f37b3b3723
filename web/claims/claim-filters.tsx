import { ACT_WORDS, eventTypeInWords, HARM_WORDS, KIND_WORDS } from '../../src/core/export/words.ts';
import type { Query, Route } from '../app/route.ts';
import { replaceQuery } from '../app/use-route.ts';
import type { DataSource } from '../data/data-source.ts';
import { useAnswer } from '../data/use-answer.ts';
import { ChoiceField, DayField, FilterChip, WordsField } from '../parts/filter-fields.tsx';

/** The filters of claims that the address may hold: those of the API and of the command line, under the same names. */
const NAMES = [
  'from',
  'to',
  'box',
  'near',
  'country',
  'admin1',
  'actor',
  'claimant',
  'type',
  'kind',
  'act',
  'scope',
  'harm',
  'atLeast',
  'atMost',
  'source',
  'report',
  'incident',
  'text',
  'contradicted',
] as const;
/** Those that come with a link and have no field of their own. */
const LINKED = ['box', 'near', 'admin1', 'type', 'scope', 'atMost', 'report', 'incident'] as const;

/** The part of an address that asks for claims. */
export function claimQuery(query: Query): Readonly<Record<string, string>> {
  const asked = NAMES.map(name => [name, query[name] ?? ''] as const);
  return Object.fromEntries(asked.filter(([, value]) => value !== ''));
}

/** The filters as fields; what they say stands in the address. */
export function ClaimFilters({ source, route }: { readonly source: DataSource; readonly route: Route }) {
  const ledger = useAnswer(source, 'ledger');
  const countries = ledger.state === 'ready' ? ledger.value.countries : [];
  const { query } = route;
  const set = (name: string) => (value: string) => replaceQuery(route, { ...query, [name]: value });
  return (
    <search className="filters" aria-label="Filter claims">
      <WordsField label="Words of the quote" value={query['text']} onChange={set('text')} />
      <WordsField label="Who says it" value={query['claimant']} onChange={set('claimant')} />
      <WordsField label="Who takes part" value={query['actor']} onChange={set('actor')} />
      <ChoiceField
        label="Kind"
        value={query['kind']}
        onChange={set('kind')}
        all="all kinds"
        choices={choices(KIND_WORDS)}
      />
      <ChoiceField
        label="How it is said"
        value={query['act']}
        onChange={set('act')}
        all="in any way"
        choices={choices(ACT_WORDS)}
      />
      <ChoiceField
        label="Harm"
        value={query['harm']}
        onChange={set('harm')}
        all="any or none"
        choices={choices(HARM_WORDS)}
      />
      <ChoiceField
        label="Country"
        value={query['country']}
        onChange={set('country')}
        all="all countries"
        choices={countries.map(({ code, name }) => ({ value: code, words: name }))}
      />
      <WordsField label="Published by" value={query['source']} onChange={set('source')} />
      <DayField label="From" value={query['from']} onChange={set('from')} />
      <DayField label="To" value={query['to']} onChange={set('to')} />
      <ChoiceField
        label="Accounts"
        value={query['contradicted']}
        onChange={set('contradicted')}
        all="all"
        choices={[
          { value: 'true', words: 'contradicted' },
          { value: 'false', words: 'not contradicted' },
        ]}
      />
      {LINKED.filter(name => query[name] !== undefined).map(name => (
        <FilterChip
          key={name}
          words={`${name}: ${eventTypeInWords(query[name] ?? '')}`}
          onRemove={() => set(name)('')}
        />
      ))}
      {Object.keys(claimQuery(query)).length === 0 ? null : (
        <button type="button" onClick={() => replaceQuery(route, {})}>
          Clear all filters
        </button>
      )}
    </search>
  );
}

function choices(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, shown]) => ({ value, words: shown }));
}
