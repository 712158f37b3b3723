import type { ExplainedMention } from '../../src/core/export/explained-mentions.ts';
import type { ExplainedClaim, ExplainedSentence, Explanation, MadeBy } from '../../src/core/export/explanation.ts';
import type { Claim } from '../../src/core/model/index.ts';
import { Scrolling } from '../parts/scrolling.tsx';

/** What made a claim: the rule that proposed it, the ones that changed it, and what its sentence's words were taken for. */
export function HowItWasRead({ claim, explanation }: { readonly claim: Claim; readonly explanation: Explanation }) {
  const sentence = explanation.sentences.find(({ claims }) => claims.some(({ id }) => id === claim.id));
  const own = sentence?.claims.find(({ id }) => id === claim.id);
  if (sentence === undefined || own === undefined) return <p className="muted">Made by {claim.rule}.</p>;
  return (
    <>
      <Proposal claim={own} />
      <Scrolling label="What the words were taken for">
        <table className="read-words">
          <caption>What the words of this sentence were taken for</caption>
          <thead>
            <tr>
              <th scope="col">Words</th>
              <th scope="col">Taken for</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {sentence.mentions.map(mention => (
              <MentionRow key={`${mention.layer}${mention.span.start}${mention.rule}`} mention={mention} />
            ))}
            <SpeechRows sentence={sentence} />
          </tbody>
        </table>
      </Scrolling>
      <LexiconWords sentence={sentence} />
      <Dropped sentence={sentence} />
    </>
  );
}

function Proposal({ claim: { proposedBy, rule, changes, paragraphs } }: { readonly claim: ExplainedClaim }) {
  return (
    <dl className="pairs">
      <dt>Proposed by</dt>
      <dd>
        <code>{proposedBy}</code>, rule <code>{rule}</code>
        {paragraphs.length === 0 ? '' : `, codebook § ${paragraphs.join(', ')}`}
      </dd>
      <dt>Changed by</dt>
      <dd>
        {changes.length === 0
          ? 'nothing'
          : changes.map(({ refiner, fields }) => (
              <span key={refiner} className="change">
                <code>{refiner}</code> ({fields.join(', ')})
              </span>
            ))}
      </dd>
    </dl>
  );
}

function MentionRow({ mention: { layer, quote, means, rule, why, by } }: { readonly mention: ExplainedMention }) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {quote}
      </th>
      <td>
        {layer}: {means}
        {why === null ? null : <span className="muted"> ({why})</span>}
      </td>
      <td>
        {rule}
        {by.map(one => (
          <Maker key={`${one.path}${one.line}`} by={one} />
        ))}
      </td>
    </tr>
  );
}

function SpeechRows({ sentence: { speeches } }: { readonly sentence: ExplainedSentence }) {
  return speeches.map(({ cue, act, source, rule, marks, by }) => (
    <tr key={`${cue}${rule}${source}`}>
      <th scope="row" dir="auto">
        {cue}
      </th>
      <td>
        word of speech: {act}
        {source === null ? '' : `, by “${source}”`}
        {marks.length === 0 ? '' : ` (${marks.join(', ')})`}
      </td>
      <td>
        {rule} <Maker by={by} />
      </td>
    </tr>
  ));
}

/** The words that a rule may go by: many, and most of them had no part in this claim. */
function LexiconWords({ sentence: { words } }: { readonly sentence: ExplainedSentence }) {
  if (words.length === 0) return null;
  return (
    <details>
      <summary>{words.length} words that the lexicons know</summary>
      <ul>
        {words.map(({ quote, row, by }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same word may stand twice, and the list never changes
          <li key={`${quote}${i}`}>
            <i dir="auto">{quote}</i>:{' '}
            {Object.values(row)
              .filter(cell => cell !== '' && cell !== quote)
              .join(', ')}{' '}
            <Maker by={by} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was proposed for this sentence and dropped, with the reason: nothing goes missing in silence. */
function Dropped({ sentence: { claims } }: { readonly sentence: ExplainedSentence }) {
  const dropped = claims.filter(claim => claim.dropped !== null);
  if (dropped.length === 0) return null;
  return (
    <>
      <p>Proposed for this sentence and dropped:</p>
      <ul>
        {dropped.map(({ kind, proposedBy, rule, dropped: reason, quote }) => (
          <li key={`${proposedBy}${rule}${quote}`}>
            {kind} by <code>{proposedBy}</code>: {reason?.why} (<code>{reason?.refiner}</code>)
          </li>
        ))}
      </ul>
    </>
  );
}

function Maker({ by: { path, version, line } }: { readonly by: MadeBy }) {
  return (
    <span className="maker">
      {path}
      {line === null ? '' : `, line ${line}`}
      {version === null ? '' : ` (${version})`}
    </span>
  );
}
