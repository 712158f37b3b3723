import type { ReactNode } from 'react';
import { countInWords, rangeInWords } from '../../src/core/export/words.ts';
import {
  type Bounds,
  letterOf,
  type MarkStatus,
  type PlacedMark,
  placeMarks,
  type RangeMark,
  scaleTop,
} from './range-layout.ts';

const STATUS_WORDS: Readonly<Record<MarkStatus, string>> = {
  counted: 'counted',
  superseded: 'replaced by a later figure of the same speaker',
  subtotal: 'part of another figure',
  'left-out': 'left out',
};
const GLYPHS: Readonly<Record<MarkStatus, string>> = { counted: '●', superseded: '○', subtotal: '◐', 'left-out': '×' };

interface RangeProps<T extends RangeMark> {
  readonly range: Bounds;
  readonly marks: readonly T[];
  /** The end of the scale, where several ranges share one; else it follows from the figures. */
  readonly top?: number;
  /** The mark whose words are being shown. */
  readonly current?: string | null;
  /** Shows the words that a mark stands on. */
  readonly onChoose?: (mark: T) => void;
  /** What the list below says of a mark, beside claimant and figure. */
  readonly describe?: (mark: T) => ReactNode;
}

/** A range from low to high with every claimant's figure as a mark on it, and below who says which. */
export function RangeWithMarks<T extends RangeMark>(props: RangeProps<T>) {
  const { range, marks, current = null, onChoose } = props;
  const top = props.top ?? scaleTop([range, ...marks]);
  const placed = placeMarks(marks, top);
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  return (
    <div className="range">
      <div className="range-plot" style={{ height: `${lanes * 1.75 + 1}rem` }}>
        <Bar range={range} top={top} />
        {placed.map(one => (
          <Mark key={one.mark.id} placed={one} isCurrent={one.mark.id === current} onChoose={onChoose} />
        ))}
      </div>
      <div className="range-scale" aria-hidden="true">
        <span>0</span>
        <span>{countInWords(top)}</span>
      </div>
      <ul className="range-legend">
        {marks.map((mark, i) => (
          <LegendLine key={mark.id} mark={mark} letter={letterOf(i)} {...props} />
        ))}
      </ul>
    </div>
  );
}

/** The band between the bounds, open where nobody sets one, with a line at the best figure. */
export function Bar({ range: { low, best, high }, top }: { readonly range: Bounds; readonly top: number }) {
  if (low === null && high === null) return null;
  const from = percent((low ?? 0) / top);
  const to = percent(high === null ? 1 : high / top);
  const open = `${low === null ? ' open-low' : ''}${high === null ? ' open-high' : ''}`;
  return (
    <>
      <span className={`range-bar${open}`} style={{ left: from, width: `calc(${to} - ${from})` }} />
      {best === null ? null : <span className="range-best" style={{ left: percent(best / top) }} />}
    </>
  );
}

function Mark<T extends RangeMark>({
  placed: { mark, letter, at, to, lane },
  isCurrent,
  onChoose,
}: {
  readonly placed: PlacedMark<T>;
  readonly isCurrent: boolean;
  readonly onChoose: ((mark: T) => void) | undefined;
}) {
  const from = (mark.low ?? 0) < (mark.best ?? mark.low ?? 0) ? Math.min(at, 1) : at;
  const end = to ?? 1;
  return (
    <>
      {end > from ? (
        <span
          className={`mark-span${to === null ? ' open-high' : ''}`}
          style={{ left: percent(from), width: percent(end - from), bottom: bottomOf(lane) }}
        />
      ) : null}
      <button
        type="button"
        className={`mark ${mark.status}`}
        style={{ left: percent(at), bottom: bottomOf(lane) }}
        aria-label={`${letter}: ${mark.claimant}, ${rangeInWords(mark)}, ${STATUS_WORDS[mark.status]}; show the words`}
        aria-pressed={isCurrent}
        onClick={() => onChoose?.(mark)}
      >
        {letter}
      </button>
    </>
  );
}

function LegendLine<T extends RangeMark>({
  mark,
  letter,
  current,
  onChoose,
  describe,
}: { readonly mark: T; readonly letter: string } & RangeProps<T>) {
  return (
    <li className={mark.status} aria-current={mark.id === current ? 'true' : undefined}>
      <span className="legend-letter" aria-hidden="true">
        {letter} {GLYPHS[mark.status]}
      </span>
      <span>
        <bdi>{mark.claimant}</bdi>:{' '}
        <button type="button" className="figure" onClick={() => onChoose?.(mark)}>
          {rangeInWords(mark)}
        </button>
        {mark.status === 'counted' ? null : <span className="status-words"> ({STATUS_WORDS[mark.status]})</span>}
        {describe === undefined ? null : <span className="legend-more"> {describe(mark)}</span>}
      </span>
    </li>
  );
}

function bottomOf(lane: number): string {
  return `${lane * 1.75 + 0.75}rem`;
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
