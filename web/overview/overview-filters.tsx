import { eventTypeInWords, HARM_WORDS } from '../../src/core/export/words.ts';
import type { Query, Route } from '../app/route.ts';
import { replaceQuery } from '../app/use-route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { ChoiceField, DayField, FilterChip, WordsField } from '../parts/filter-fields.tsx';

/** The filters of incidents that the address may hold: those of the API and of the command line, under the same names. */
const NAMES = [
  'box',
  'country',
  'admin1',
  'actor',
  'claimant',
  'type',
  'kind',
  'act',
  'harm',
  'atLeast',
  'atMost',
  'source',
  'report',
  'text',
  'contradicted',
] as const;
/** Days and a point of the map are looked at within what the others ask for, so that map and timeline keep the rest. */
const LOOKED_AT = ['from', 'to', 'near'] as const;
/** Those that come with a link and have no field of their own. */
const LINKED = ['box', 'admin1', 'claimant', 'kind', 'act', 'atMost', 'report'] as const;

/** What the map and the timeline are asked for. */
export function overviewQuery(query: Query): Readonly<Record<string, string>> {
  return part(NAMES, query);
}

/** What the list and the losses are asked for: the same, within the days and near the place that are looked at. */
export function incidentQuery(query: Query): Readonly<Record<string, string>> {
  return part([...NAMES, ...LOOKED_AT], query);
}

function part(names: readonly string[], query: Query): Readonly<Record<string, string>> {
  const asked = names.map(name => [name, query[name] ?? ''] as const);
  return Object.fromEntries(asked.filter(([, value]) => value !== ''));
}

/** The filters as fields; what they say stands in the address. */
export function OverviewFilters({
  ledger,
  route,
}: {
  readonly ledger: AnswerOf<'ledger'> | null;
  readonly route: Route;
}) {
  const { query } = route;
  const set = (name: string) => (value: string) => replaceQuery(route, { ...query, [name]: value });
  return (
    <search className="filters" aria-label="Filter incidents">
      <ChoiceField
        label="Country"
        value={query['country']}
        onChange={set('country')}
        all="all countries"
        choices={(ledger?.countries ?? []).map(({ code, name }) => ({ value: code, words: name }))}
      />
      <ChoiceField
        label="What happened"
        value={query['type']}
        onChange={set('type')}
        all="anything"
        choices={(ledger?.types ?? []).map(({ type }) => ({ value: type, words: eventTypeInWords(type) }))}
      />
      <WordsField label="Who takes part" value={query['actor']} onChange={set('actor')} />
      <WordsField label="Words of a quote" value={query['text']} onChange={set('text')} />
      <ChoiceField
        label="Harm"
        value={query['harm']}
        onChange={set('harm')}
        all="any or none"
        choices={Object.entries(HARM_WORDS).map(([value, words]) => ({ value, words }))}
      />
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
      <DayField label="From" value={query['from']} onChange={set('from')} />
      <DayField label="To" value={query['to']} onChange={set('to')} />
      {LINKED.filter(name => query[name] !== undefined).map(name => (
        <FilterChip key={name} words={`${name}: ${query[name]}`} onRemove={() => set(name)('')} />
      ))}
      {query['near'] === undefined ? null : (
        <FilterChip words="only at the place chosen on the map" onRemove={() => set('near')('')} />
      )}
      {Object.keys(incidentQuery(query)).length === 0 ? null : (
        <button type="button" onClick={() => replaceQuery(route, {})}>
          Clear all filters
        </button>
      )}
    </search>
  );
}
