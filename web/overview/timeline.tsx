import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { DayNumber } from '../../src/core/base/iso-day.ts';
import { formatIsoDay } from '../../src/core/base/iso-day.ts';
import { countInWords, dayInWords } from '../../src/core/export/words.ts';
import type { Bin, BinUnit } from './bins.ts';
import type { DaySpan } from './prepared.ts';

interface TimelineProps {
  readonly bins: readonly Bin[];
  readonly unit: BinUnit;
  readonly span: DaySpan;
  readonly undated: number;
  /** While days are being chosen. */
  readonly onBrush: (span: DaySpan) => void;
  /** When they are. */
  readonly onCommit: (span: DaySpan) => void;
}

const HEIGHT = 120;

/** Incidents over time. Draw over it, or move its two handles with the arrow keys, to look at some days only. */
export function Timeline(props: TimelineProps) {
  const { bins, unit, span, undated, onCommit } = props;
  const [first, last] = [bins[0], bins.at(-1)];
  if (first === undefined || last === undefined) {
    return <p className="muted">No incident has a day: there is no timeline to draw.</p>;
  }
  const [from, to] = [indexAt(bins, span.from, 0), indexAt(bins, span.to, bins.length - 1)];
  const isBrushed = span.from !== null || span.to !== null;
  return (
    <figure className="timeline" aria-labelledby="timeline-title">
      <figcaption id="timeline-title">
        Incidents by {unit}: <span className="muted">full bars lie within the {unit}, hollow ones perhaps</span>
        {undated === 0 ? '' : <span className="muted">; {countInWords(undated)} without a day are not in it</span>}
      </figcaption>
      <Bars {...props} from={from} to={to} />
      <div className="timeline-ends" aria-hidden="true">
        <span>{formatIsoDay(first.first)}</span>
        <span>{formatIsoDay(last.last)}</span>
      </div>
      <p className="timeline-span">
        {isBrushed ? (
          <>
            {words(span.from ?? first.first)} to {words(span.to ?? last.last)}{' '}
            <button type="button" onClick={() => onCommit({ from: null, to: null })}>
              Show all days
            </button>
          </>
        ) : (
          <span className="muted">All days are shown.</span>
        )}
      </p>
    </figure>
  );
}

function Bars({
  bins,
  unit,
  from,
  to,
  onBrush,
  onCommit,
}: TimelineProps & { readonly from: number; readonly to: number }) {
  const plot = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<number | null>(null);
  const most = Math.max(1, ...bins.map(({ within, perhaps }) => within + perhaps));
  const at = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect();
    const share = box === undefined ? 0 : (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(bins.length - 1, Math.floor(share * bins.length)));
  };
  const between = (a: number, b: number): DaySpan => spanOfBins(bins, Math.min(a, b), Math.max(a, b));
  return (
    <div
      className="timeline-plot"
      ref={plot}
      onPointerDown={event => {
        const handle = event.target instanceof HTMLElement ? event.target.dataset['end'] : undefined;
        event.currentTarget.setPointerCapture(event.pointerId);
        // An end that is dragged leaves the other where it is.
        setStart(handle === 'First' ? to : handle === 'Last' ? from : at(event));
      }}
      onPointerMove={event => {
        if (start !== null) onBrush(between(start, at(event)));
      }}
      onPointerUp={event => {
        if (start === null) return;
        setStart(null);
        onCommit(between(start, at(event)));
      }}
      onPointerCancel={() => setStart(null)}
    >
      <svg viewBox={`0 0 ${bins.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="timeline-chosen" x={from} y={0} width={to - from + 1} height={HEIGHT} />
        {bins.map((bin, i) => (
          <Bar key={bin.first} bin={bin} x={i} most={most} />
        ))}
      </svg>
      <Handle
        name="First"
        unit={unit}
        bins={bins}
        index={from}
        least={0}
        most={to}
        onMove={index => onCommit(between(index, to))}
      />
      <Handle
        name="Last"
        unit={unit}
        bins={bins}
        index={to}
        least={from}
        most={bins.length - 1}
        onMove={index => onCommit(between(from, index))}
      />
    </div>
  );
}

function Bar({ bin: { within, perhaps }, x, most }: { readonly bin: Bin; readonly x: number; readonly most: number }) {
  const full = (within / most) * (HEIGHT - 4);
  const hollow = (perhaps / most) * (HEIGHT - 4);
  return (
    <>
      {within === 0 ? null : <rect className="bar-within" x={x + 0.1} y={HEIGHT - full} width={0.8} height={full} />}
      {perhaps === 0 ? null : (
        <rect className="bar-perhaps" x={x + 0.1} y={HEIGHT - full - hollow} width={0.8} height={hollow} />
      )}
    </>
  );
}

/** An end of the chosen days, moved by the arrow keys: by one bar, or by ten with Page Up and Page Down. */
function Handle({
  name,
  unit,
  bins,
  index,
  least,
  most,
  onMove,
}: {
  readonly name: 'First' | 'Last';
  readonly unit: BinUnit;
  readonly bins: readonly Bin[];
  readonly index: number;
  readonly least: number;
  readonly most: number;
  readonly onMove: (index: number) => void;
}) {
  const bin = bins[index];
  const day = bin === undefined ? '' : words(name === 'First' ? bin.first : bin.last);
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = movedBy(event.key, index, least, most);
    if (moved === null) return;
    event.preventDefault();
    if (moved !== index) onMove(moved);
  };
  const share = (name === 'First' ? index : index + 1) / bins.length;
  return (
    <span
      className={`handle handle-${name.toLowerCase()}`}
      role="slider"
      tabIndex={0}
      data-end={name}
      aria-label={`${name} ${unit} shown`}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={index}
      aria-valuetext={day}
      style={{ left: `${share * 100}%` }}
      onKeyDown={onKeyDown}
    />
  );
}

function movedBy(key: string, index: number, least: number, most: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -10,
    PageUp: 10,
    Home: -FAR,
    End: FAR,
  };
  const step = steps[key];
  return step === undefined ? null : Math.max(least, Math.min(most, index + step));
}

const FAR = 1_000_000;

/** The days of some bars; where they reach to an end of the timeline, there is no bound. */
function spanOfBins(bins: readonly Bin[], from: number, to: number): DaySpan {
  return {
    from: from <= 0 ? null : (bins[from]?.first ?? null),
    to: to >= bins.length - 1 ? null : (bins[to]?.last ?? null),
  };
}

function indexAt(bins: readonly Bin[], day: DayNumber | null, none: number): number {
  if (day === null) return none;
  const found = bins.findIndex(({ last }) => last >= day);
  return found === -1 ? bins.length - 1 : found;
}

function words(day: DayNumber): string {
  const iso = formatIsoDay(day);
  return iso === null ? '' : dayInWords(iso);
}
