import type { ClaimLine } from '../../src/core/api/index.ts';
import { ACT_WORDS, KIND_WORDS, SCOPE_WORDS } from '../../src/core/export/words.ts';
import { hashOf, type Query } from '../app/route.ts';
import { Unknown } from '../parts/unknown.tsx';
import type { SortColumn, SortedBy } from './sort-claims.ts';

const HEADS: readonly { readonly column: SortColumn; readonly title: string }[] = [
  { column: 'speaker', title: 'Who says it' },
  { column: 'act', title: 'How' },
  { column: 'says', title: 'What' },
  { column: 'certainty', title: 'Sounds' },
  { column: 'publisher', title: 'Published by' },
  { column: 'published', title: 'On' },
];

/** Claims as a table; on a phone each becomes a small card, with the same words. */
export function ClaimTable({
  claims,
  sortedBy,
  onSort,
  query,
}: {
  readonly claims: readonly ClaimLine[];
  readonly sortedBy: SortedBy;
  readonly onSort: (by: SortedBy) => void;
  readonly query: Query;
}) {
  return (
    <table className="claims">
      <thead>
        <tr>
          {HEADS.map(({ column, title }) => (
            <Head key={column} column={column} title={title} sortedBy={sortedBy} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {claims.map(line => (
          <ClaimRow key={line.claim.id} line={line} query={query} />
        ))}
      </tbody>
    </table>
  );
}

function Head({
  column,
  title,
  sortedBy,
  onSort,
}: {
  readonly column: SortColumn;
  readonly title: string;
  readonly sortedBy: SortedBy;
  readonly onSort: (by: SortedBy) => void;
}) {
  const isSorted = sortedBy.column === column;
  const { isDescending } = sortedBy;
  return (
    <th scope="col" aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className="sort"
        onClick={() =>
          onSort(isSorted && isDescending ? { column: null, isDescending: false } : { column, isDescending: isSorted })
        }
      >
        {title} <span aria-hidden="true">{isSorted ? (isDescending ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>
  );
}

function ClaimRow({
  line: { claim, speaker, says, report },
  query,
}: {
  readonly line: ClaimLine;
  readonly query: Query;
}) {
  return (
    <tr>
      <td data-head="Who says it">
        <bdi>{speaker}</bdi>
      </td>
      <td data-head="How">{ACT_WORDS[claim.act]}</td>
      <td data-head="What">
        <a href={hashOf({ path: ['claims', claim.id], query })}>
          <bdi>{says}</bdi>
        </a>
        <span className="through">
          {KIND_WORDS[claim.kind]}
          {claim.polarity === 'negative' ? ', negated' : ''}
          {claim.scope === 'incident' ? '' : `; ${SCOPE_WORDS[claim.scope]}`}
        </span>
        <q className="quote" dir="auto">
          {claim.evidence.quote}
        </q>
      </td>
      <td data-head="Sounds">
        {claim.certainty}
        {claim.hedges.length === 0 ? null : (
          <span className="through">
            “<bdi>{claim.hedges.map(({ quote }) => quote).join('”, “')}</bdi>”
          </span>
        )}
      </td>
      <td data-head="Published by">
        {report.publisher === null ? <Unknown words="not known" /> : <bdi>{report.publisher}</bdi>}
      </td>
      <td data-head="On" className="number">
        {report.publishedAt ?? <Unknown words="undated" />}
      </td>
    </tr>
  );
}
