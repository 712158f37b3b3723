import { useEffect, useRef, useState } from 'react';
import { type MarkedSpan, stretchAround, type TextRun, textRuns } from './marked-text.ts';

/** Longer than this, a report is first shown round the quote only: a page of two megabytes helps nobody. */
const LONG_TEXT = 20_000;
const AROUND = 1_500;

interface QuoteProps {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  /** The span that is being shown: it is brought into view. */
  readonly current?: string | null;
  /** Chooses what stands on a marked run; with several, the shortest of them. */
  readonly onChoose?: (id: string) => void;
}

/** A report's text with the words that claims stand on marked in place, unchanged to the character. */
export function QuoteInPlace({ text, spans, current = null, onChoose }: QuoteProps) {
  const [isWhole, setWhole] = useState(text.length <= LONG_TEXT);
  const shown = useRef<HTMLDivElement>(null);
  const span = spans.find(({ id }) => id === current) ?? spans[0] ?? { start: 0, end: 0 };
  const { from, to } = isWhole ? { from: 0, to: text.length } : stretchAround(text, span, AROUND);
  useEffect(() => {
    if (current !== null) shown.current?.querySelector('mark.current')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={shown}>
      {from > 0 ? <p className="cut">… {from.toLocaleString('en')} characters before this are not shown</p> : null}
      <div className="report-text" dir="auto">
        {textRuns(from, to, spans).map(run => (
          <Run key={run.start} run={run} text={text} spans={spans} current={current} onChoose={onChoose} />
        ))}
      </div>
      {to < text.length ? (
        <p className="cut">… {(text.length - to).toLocaleString('en')} characters after this are not shown</p>
      ) : null}
      {isWhole ? null : (
        <button type="button" onClick={() => setWhole(true)}>
          Show the whole report
        </button>
      )}
    </div>
  );
}

function Run({
  run: { start, end, ids },
  text,
  spans,
  current,
  onChoose,
}: Pick<QuoteProps, 'text' | 'spans'> & {
  readonly run: TextRun;
  readonly current: string | null;
  readonly onChoose: QuoteProps['onChoose'];
}) {
  const words = text.slice(start, end);
  if (ids.length === 0) return words;
  const isCurrent = current !== null && ids.includes(current);
  const className = isCurrent ? 'current' : ids.length > 1 ? 'several' : undefined;
  const chosen = shortest(spans, ids);
  if (onChoose === undefined || chosen === null) return <mark className={className}>{words}</mark>;
  return (
    // The same words can be reached with the keyboard from the list of claims; a click here is a short cut.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a text full of tab stops cannot be read with the keyboard
    <mark className={className} onClick={() => onChoose(chosen)}>
      {words}
    </mark>
  );
}

function shortest(spans: readonly MarkedSpan[], ids: readonly string[]): string | null {
  const held = spans.filter(({ id }) => ids.includes(id)).toSorted((a, b) => a.end - a.start - (b.end - b.start));
  return held[0]?.id ?? null;
}
