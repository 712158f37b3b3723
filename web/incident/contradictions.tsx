import type { AnswerOf } from '../data/routes.ts';
import { ContradictionMark } from '../parts/contradiction-mark.tsx';

type Contradiction = AnswerOf<'incident'>['contradictions'][number];

/** What the accounts do not agree on, numbered, with the claims that cannot all hold. */
export function Contradictions({
  contradictions,
  onChoose,
}: {
  readonly contradictions: readonly Contradiction[];
  readonly onChoose: (claimId: string) => void;
}) {
  if (contradictions.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">Where accounts part</h2>
      <ol className="contradictions">
        {contradictions.map(({ field, why, claims }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: its place in the list is the name it is cited by
          <li key={i} id={`contradiction-${i + 1}`}>
            <p>
              <ContradictionMark words="contradiction" /> <strong>{field}</strong>
              <span className="muted">: {why}</span>
            </p>
            <ul>
              {claims.map(({ claim, speaker, says, report }) => (
                <li key={claim.id}>
                  <bdi>{speaker}</bdi>
                  {report.publisher === null ? null : <span className="muted"> in {report.publisher}</span>}:{' '}
                  <button type="button" className="figure" onClick={() => onChoose(claim.id)}>
                    {says}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
