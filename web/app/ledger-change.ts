import { useEffect, useState } from 'react';

const CHANGED = 'casus-ledger-changed';

/** Tells the rest of the page that the ledger holds more than before. */
export function tellOfChange(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** How often that was told since the page was opened. */
export function useLedgerChanges(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const changed = () => setCount(before => before + 1);
    window.addEventListener(CHANGED, changed);
    return () => window.removeEventListener(CHANGED, changed);
  }, []);
  return count;
}
