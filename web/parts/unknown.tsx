import { NOT_STATED } from '../../src/core/export/words.ts';

/** What no report states. It never looks like a number, and never like an empty place. */
export function Unknown({ words = NOT_STATED }: { readonly words?: string }) {
  return <span className="unknown">{words}</span>;
}
