/** Runs one piece of work after the other, in the order in which they come; one that fails holds up no other. */
export function sequence(): <T>(work: () => Promise<T>) => Promise<T> {
  const line: { last: Promise<unknown> } = { last: Promise.resolve() };
  return work => {
    const own = line.last.then(work);
    line.last = own.catch(() => undefined);
    return own;
  };
}
