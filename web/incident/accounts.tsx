import type { AnswerOf } from '../data/routes.ts';
import { Scrolls } from '../parts/scrolls.tsx';
import { Unknown } from '../parts/unknown.tsx';

type AccountsOf = AnswerOf<'incident'>['accounts'];
type Column = AccountsOf['columns'][number];
type Said = Column['cells'][number][number];

interface Choosing {
  readonly current: string | null;
  readonly onChoose: (claimId: string) => void;
}

/** The accounts side by side: a row for every matter, a column for every speaker; what differs says with which number. */
export function Accounts({ accounts: { rows, columns }, ...choosing }: { readonly accounts: AccountsOf } & Choosing) {
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">Accounts side by side</h2>
      <Scrolls label="Accounts">
        <table className="accounts">
          <thead>
            <tr>
              <th scope="col">Matter</th>
              {columns.map(column => (
                <th key={column.id} scope="col">
                  <Speaker column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, isContradicted }, row) => (
              <tr key={key} className={isContradicted ? 'contradicted' : undefined}>
                <th scope="row">{label}</th>
                {columns.map(column => (
                  <td key={column.id}>
                    <Cell said={column.cells[row] ?? []} {...choosing} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

function Speaker({ column: { speaker, publishers, firstDay, lastDay } }: { readonly column: Column }) {
  const named = publishers.map(publisher => publisher ?? 'publisher not known').join(', ');
  const days = firstDay === null ? 'undated' : firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return (
    <>
      <bdi>{speaker}</bdi>
      <span className="through">
        {named}, {days}
      </span>
    </>
  );
}

function Cell({ said, current, onChoose }: { readonly said: readonly Said[] } & Choosing) {
  if (said.length === 0) return <Unknown words="says nothing" />;
  return said.map(({ words, claimId, contradictions }) => (
    <div key={`${claimId} ${words}`} className={contradictions.length > 0 ? 'differs' : undefined}>
      <button type="button" className="figure" aria-pressed={claimId === current} onClick={() => onChoose(claimId)}>
        {words}
      </button>
      {contradictions.map(number => (
        <span key={number} className="contradiction">
          {' '}
          <span aria-hidden="true">≠</span>
          <span className="spoken">contradiction </span>
          {number + 1}
        </span>
      ))}
    </div>
  ));
}
