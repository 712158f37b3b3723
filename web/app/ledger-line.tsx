import { countInWords, dayInWords } from '../../src/core/export/words.ts';
import type { DataSource } from '../data/data-source.ts';
import type { AnswerOf } from '../data/routes.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Stale } from '../parts/states.tsx';

/** What the page stands on: how much the ledger holds and since when, and whether its incidents are out of date. */
export function LedgerLine({ source }: { readonly source: DataSource }) {
  const answer = useAnswer(source, 'ledger');
  const ledger = answer.state === 'ready' ? answer.value : answer.before;
  if (ledger === null) {
    return (
      <p className="ledger-line">
        {answer.state === 'failed' ? `The ledger cannot be read: ${answer.problem.title}.` : 'Opening the ledger …'}
      </p>
    );
  }
  return (
    <>
      <p className="ledger-line">{ledgerInWords(ledger)}</p>
      {ledger.isStale ? (
        <Stale>
          <p>
            {countInWords(ledger.size.entries - ledger.size.incidentsAsOf)} newer entries of the ledger are not part of
            the incidents yet; claims and reports are up to date. <code>casus rebuild</code> works the incidents out
            anew.
          </p>
        </Stale>
      ) : null}
    </>
  );
}

function ledgerInWords({ size, days, policy, casus }: AnswerOf<'ledger'>): string {
  const time = days === null ? '' : `, ${dayInWords(days.first)} to ${dayInWords(days.last)}`;
  const parts = [
    `${counted(size.reports, 'report')}, ${counted(size.claims, 'claim')}, ${counted(size.incidents, 'incident')}${time}`,
    policy === null ? null : `ranges by policy ${policy}`,
    `casus ${casus}`,
  ];
  return parts.filter(part => part !== null).join(' · ');
}

function counted(count: number, what: string): string {
  return `${countInWords(count)} ${what}${count === 1 ? '' : 's'}`;
}
