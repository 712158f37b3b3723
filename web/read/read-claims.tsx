import { useEffect, useRef } from 'react';
import { claimInWords } from '../../src/core/export/claim-words.ts';
import type { Explanation } from '../../src/core/export/explanation.ts';
import { ACT_WORDS, claimantInWords, KIND_WORDS, SCOPE_WORDS } from '../../src/core/export/words.ts';
import type { Claim, Coding, Report } from '../../src/core/model/index.ts';
import { Zero } from '../parts/states.tsx';
import { HowItWasRead } from './how-it-was-read.tsx';

interface ClaimsProps {
  readonly coding: Coding;
  readonly report: Report;
  readonly explanation: Explanation;
  readonly current: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** The claims in the order of the text; the one that is chosen opens with what made it. */
export function ReadClaims({ coding, report, explanation, current, onChoose }: ClaimsProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (current !== null) list.current?.querySelector('[aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (coding.claims.length === 0) return <Zero what="claim about armed conflict in this text" />;
  const claims = coding.claims.toSorted((a, b) => a.evidence.span.start - b.evidence.span.start);
  return (
    <ol className="read-claims" ref={list}>
      {claims.map(claim => (
        <li key={claim.id}>
          <button
            type="button"
            className="claim"
            aria-expanded={claim.id === current}
            onClick={() => onChoose(claim.id === current ? null : claim.id)}
          >
            <span className="muted">{KIND_WORDS[claim.kind]}</span>{' '}
            <bdi>{claimantInWords(claim.claimant, report.source)}</bdi> {ACT_WORDS[claim.act]}:{' '}
            <span dir="auto">{claimInWords(claim, report.text)}</span>
          </button>
          {claim.id === current ? <Chosen claim={claim} explanation={explanation} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Chosen({ claim, explanation }: { readonly claim: Claim; readonly explanation: Explanation }) {
  return (
    <div className="chosen">
      <blockquote dir="auto">“{claim.evidence.quote}”</blockquote>
      <p>
        The speaker sounds {claim.certainty}
        {claim.hedges.length === 0 ? '' : ` (${claim.hedges.map(({ quote }) => `“${quote}”`).join(', ')})`}. It is{' '}
        {SCOPE_WORDS[claim.scope]}.
      </p>
      <HowItWasRead claim={claim} explanation={explanation} />
    </div>
  );
}
