import { useEffect, useRef } from 'react';
import { ACT_WORDS, SCOPE_WORDS } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { DataSource } from '../data/data-source.ts';
import { useAnswer } from '../data/use-answer.ts';
import { QuoteInPlace } from '../parts/quote-in-place.tsx';
import { Failed, Loading } from '../parts/states.tsx';

/** One claim with the whole report that it stands in, its words marked. */
export function OneClaim({
  source,
  id,
  back,
}: {
  readonly source: DataSource;
  readonly id: string;
  readonly back: string;
}) {
  const answer = useAnswer(source, 'claim', { params: { id } });
  const head = useRef<HTMLHeadingElement>(null);
  const isReady = answer.state === 'ready';
  useEffect(() => {
    if (isReady) head.current?.focus();
  }, [isReady]);
  if (answer.state === 'loading') return <Loading what="the claim" />;
  if (answer.state === 'failed') {
    return <Failed problem={answer.problem} works="The list of claims is below." onRetry={answer.retry} />;
  }
  const { line, text, incidents } = answer.value;
  const { claim, speaker, says, report } = line;
  const { start, end } = claim.evidence.span;
  return (
    <section className="one-claim" aria-labelledby="one-claim">
      <h2 id="one-claim" ref={head} tabIndex={-1}>
        <bdi>{speaker}</bdi> {ACT_WORDS[claim.act]}: {says}
      </h2>
      <p className="muted">
        Sounds {claim.certainty}; {SCOPE_WORDS[claim.scope]}; coded by rule <code>{claim.rule}</code>.{' '}
        {report.publisher ?? 'Publisher not known'}, {report.publishedAt ?? 'undated'}.
      </p>
      {incidents.map(incident => (
        <p key={incident.id}>
          Part of:{' '}
          <a href={hashOf({ path: ['incidents', incident.id], query: { claim: claim.id } })}>{incident.sentence}</a>
        </p>
      ))}
      <QuoteInPlace text={text} spans={[{ id: claim.id, start, end }]} current={claim.id} />
      <p className="screen-only">
        <a href={back}>Close</a>
      </p>
    </section>
  );
}
