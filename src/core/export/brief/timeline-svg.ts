import { formatIsoDay, parseIsoDay } from '../../base/iso-day.ts';
import { dayInWords } from '../words.ts';
import { element, escaped } from '../write/xml.ts';
import type { Brief } from './brief.ts';

const WIDTH = 900;
const HEIGHT = 140;
const MARGIN = { left: 34, right: 12, top: 12, bottom: 26 };
/** Above so many days, bars are of weeks. */
const MOST_BARS = 130;

/** Incidents over time as bars of a day, or of a week where the time is long; every bar says in words what it counts. */
export function timelineSvg(timeline: Brief['timeline']): string | null {
  const days = timeline.flatMap(({ day, incidents }) => {
    const number = parseIsoDay(day);
    return number === null ? [] : [{ number, incidents }];
  });
  const first = days[0]?.number;
  const last = days.at(-1)?.number;
  if (first === undefined || last === undefined) return null;
  const step = last - first + 1 > MOST_BARS ? 7 : 1;
  const counts = new Map<number, number>();
  for (const { number, incidents } of days) {
    const bar = Math.floor((number - first) / step);
    counts.set(bar, (counts.get(bar) ?? 0) + incidents);
  }
  const bars = Math.floor((last - first) / step) + 1;
  const most = Math.max(...counts.values());
  const scale = { first, step, bars, most };
  const drawn = [...counts].map(([bar, count]) => barOf(bar, count, scale));
  const title = `Incidents by ${step === 1 ? 'day' : 'week'}, ${dayOf(first)} to ${dayOf(last)}`;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
    },
    [
      element('title', {}, [escaped(title)]),
      element('rect', { width: WIDTH, height: HEIGHT, fill: '#fff' }),
      ...axis(scale),
      ...drawn,
    ],
  );
}

interface Scale {
  readonly first: number;
  readonly step: number;
  readonly bars: number;
  readonly most: number;
}

const plotWidth = WIDTH - MARGIN.left - MARGIN.right;
const plotHeight = HEIGHT - MARGIN.top - MARGIN.bottom;
const font = {
  'font-family': 'Source Sans 3, Noto Sans, Helvetica Neue, Arial, DejaVu Sans, sans-serif',
  'font-size': 11,
  fill: '#626973',
};

function barOf(bar: number, count: number, { first, step, bars, most }: Scale): string {
  const slot = plotWidth / bars;
  const width = Math.max(1, Math.min(slot * 0.8, 28));
  const height = (count / most) * plotHeight;
  const x = MARGIN.left + slot * (bar + 0.5) - width / 2;
  const day = formatIsoDay(first + bar * step) ?? '';
  const words = `${step === 7 ? 'Week from ' : ''}${dayInWords(day)}: ${count} incident${count === 1 ? '' : 's'}`;
  const box = {
    x: round(x),
    y: round(MARGIN.top + plotHeight - height),
    width: round(width),
    height: round(height),
    fill: '#2f5d8a',
  };
  return element('rect', box, [element('title', {}, [escaped(words)])]);
}

function axis({ first, step, bars, most }: Scale): readonly string[] {
  const bottom = MARGIN.top + plotHeight;
  const line = element('line', {
    x1: MARGIN.left,
    y1: bottom,
    x2: WIDTH - MARGIN.right,
    y2: bottom,
    stroke: '#8d969e',
  });
  const label = (x: number, text: string, anchor: string) =>
    element('text', { ...font, x: round(x), y: bottom + 17, 'text-anchor': anchor }, [escaped(text)]);
  const top = element('text', { ...font, x: MARGIN.left - 6, y: MARGIN.top + 9, 'text-anchor': 'end' }, [String(most)]);
  const end = bars === 1 ? [] : [label(WIDTH - MARGIN.right, dayOf(first + (bars - 1) * step), 'end')];
  return [
    line,
    top,
    label(bars === 1 ? WIDTH / 2 : MARGIN.left, dayOf(first), bars === 1 ? 'middle' : 'start'),
    ...end,
  ];
}

function dayOf(number: number): string {
  return formatIsoDay(number) ?? '';
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
