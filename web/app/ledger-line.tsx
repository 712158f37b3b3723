import type { DataSource } from '../data/data-source.ts';

/** What the page stands on: how much the ledger holds, and whether its incidents are out of date. */
export function LedgerLine({ source }: { readonly source: DataSource }) {
  return <p className="ledger-line">{source.name}</p>;
}
