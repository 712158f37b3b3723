import type { Io } from './io.ts';
import { type Knowledge, type Page, PLAIN, STYLED } from './view/page.ts';

export type ColorOption = 'auto' | 'always' | 'never';

const WIDTH = 80;
const WIDTH_MIN = 20;
/** Longer lines are hard to read, however wide the screen is. */
const WIDTH_MAX = 100;

/** For pages that name no country and quote no sentence. */
const NOTHING: Knowledge = { countries: new Map(), sentences: () => [] };

/** The page that a command writes on: the columns of the terminal, and colour only where it is seen or asked for. */
export function pageFor(io: Pick<Io, 'stdout' | 'env'>, color: ColorOption, knowledge: Knowledge = NOTHING): Page {
  const columns = io.stdout.columns ?? (Number(io.env['COLUMNS']) || WIDTH);
  return {
    width: Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns)),
    ...knowledge,
    paint: isColored(io, color) ? STYLED : PLAIN,
  };
}

/** `--color` decides, then NO_COLOR, then FORCE_COLOR, then whether a terminal is there to show it. */
function isColored({ stdout, env }: Pick<Io, 'stdout' | 'env'>, color: ColorOption): boolean {
  if (color !== 'auto') return color === 'always';
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return stdout.isTTY && env['TERM'] !== 'dumb';
}
