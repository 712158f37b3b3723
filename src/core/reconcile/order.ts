/** Order of strings by their UTF-16 units: the same everywhere, whatever the machine's language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
