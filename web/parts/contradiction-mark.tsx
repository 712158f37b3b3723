/** Marks what accounts contradict each other on. A sign and words, so that no colour is needed to see it. */
export function ContradictionMark({ words = 'accounts contradict each other' }: { readonly words?: string }) {
  return (
    <span className="contradiction" title={words}>
      <span aria-hidden="true">≠</span>
      <span className="spoken">{words}</span>
    </span>
  );
}

/** How many contradictions there are; nothing where there are none. */
export function ContradictionCount({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="contradiction">
      <span aria-hidden="true">≠</span> {count} {count === 1 ? 'contradiction' : 'contradictions'}
    </span>
  );
}
