import type { Outcome } from '../model/outcome.ts';
import type { Report } from '../model/report.ts';

/** The report with the actor whose voice its publisher is under the name that claims of it bear too: `name` gives that. */
export function withAffiliation(
  { value, problems }: Outcome<Report>,
  name: (words: string) => string,
): Outcome<Report> {
  const { source } = value;
  if (source === null || source.affiliation === null) return { value, problems };
  return { value: { ...value, source: { ...source, affiliation: name(source.affiliation) } }, problems };
}
