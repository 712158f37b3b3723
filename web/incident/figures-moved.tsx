import { HARM_WORDS } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { AnswerOf } from '../data/routes.ts';

type Incident = AnswerOf<'incident'>;

/** How the figures of one speaker moved, the earliest first. */
export function Revisions({
  revisions,
  tolls,
  onChoose,
}: Pick<Incident, 'revisions' | 'tolls'> & { readonly onChoose: (claimId: string) => void }) {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">How figures moved</h2>
      <ul>
        {revisions.map(({ toll, claimant, steps }) => (
          <li key={`${toll} ${claimant}`}>
            <bdi>{claimant}</bdi>
            <span className="muted"> on {rowName(tolls[toll])}</span>:{' '}
            {steps.map(({ claimId, figure, publishedAt, isReplaced }, i) => (
              <span key={claimId}>
                {i === 0 ? null : ' then '}
                <button type="button" className="figure" onClick={() => onChoose(claimId)}>
                  {isReplaced ? <s>{figure}</s> : figure}
                </button>{' '}
                <span className="muted">({publishedAt ?? 'undated'})</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the reports are taken to tell of one happening: score and reason of each, so that it can be doubted. */
export function Links({ links, reports }: Pick<Incident, 'links' | 'reports'>) {
  const names = new Map(reports.map(({ report }) => [report.id, report.headline ?? report.opening]));
  return (
    <details>
      <summary>
        <h2>Why these reports are one incident</h2>
      </summary>
      <ul>
        {links.map(({ reportId, eventId, score, why }) => (
          <li key={eventId}>
            <bdi>{names.get(reportId) ?? reportId}</bdi>
            <span className="muted">
              : {why} (likeness {score.toFixed(2)} of 1)
            </span>
          </li>
        ))}
      </ul>
      <p className="muted">
        <a href={hashOf({ path: ['claims'] })}>Every claim</a> can be read by itself; <code>casus decide split</code>{' '}
        takes reports apart that tell of different happenings.
      </p>
    </details>
  );
}

function rowName(toll: Incident['tolls'][number] | undefined): string {
  return toll === undefined ? 'a figure' : `${HARM_WORDS[toll.toll.harm]}, ${toll.victims}`;
}
