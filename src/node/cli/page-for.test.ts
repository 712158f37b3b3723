import { describe, expect, it } from 'vitest';
import { testIo } from '../../../test/cli/test-io.ts';
import { type ColorOption, pageFor } from './page-for.ts';
import { progress, progressLine } from './progress.ts';

describe('pageFor', () => {
  it.each([
    ['auto', true, {}, true],
    ['auto', false, {}, false],
    ['auto', true, { NO_COLOR: '1' }, false],
    ['auto', true, { NO_COLOR: '' }, true],
    ['auto', false, { FORCE_COLOR: '1' }, true],
    ['auto', false, { FORCE_COLOR: '0' }, false],
    ['auto', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['auto', true, { TERM: 'dumb' }, false],
    ['always', false, { NO_COLOR: '1' }, true],
    ['never', true, { FORCE_COLOR: '1' }, false],
  ] as const satisfies readonly (readonly [ColorOption, boolean, object, boolean])[])(
    '%s, terminal %s, %j: colour %s',
    (color, tty, env, styled) => {
      expect(pageFor(testIo({ tty, env }).io, color).paint.styled).toBe(styled);
    },
  );

  it.each([
    [true, 60, {}, 60],
    [true, 300, {}, 100],
    [true, 5, {}, 20],
    [false, 0, {}, 80],
    [false, 0, { COLUMNS: '64' }, 64],
    [false, 0, { COLUMNS: 'wide' }, 80],
  ])('terminal %s of %i columns, %j: width %i', (tty, columns, env, width) => {
    expect(pageFor(testIo({ tty, columns, env }).io, 'auto').width).toBe(width);
  });
});

describe('progress', () => {
  it.each([
    [12, 40, 2000, '███████░░░░░░░░░░░░░░░░░ 12 of 40 reports, 6.0 a second, 5 s left'],
    [40, 40, 2000, '████████████████████████ 40 of 40 reports, 20 a second'],
    [0, 40, 0, '░░░░░░░░░░░░░░░░░░░░░░░░ 0 of 40 reports'],
    [1, 5000, 100_000, '░░░░░░░░░░░░░░░░░░░░░░░░ 1 of 5000 reports, 100.0 s each, 138.9 h left'],
    [7, null, 1000, '7 reports, 7.0 a second'],
  ])('%i of %s after %i ms', (done, total, elapsed, line) => {
    expect(progressLine(done, total, elapsed)).toBe(line);
  });

  it('draws on a terminal only, and not more often than ten times a second', async () => {
    const terminal = testIo({ tty: true });
    let time = 0;
    const bar = progress(terminal.io, 3, () => time);
    for (const [done, now] of [
      [1, 0],
      [2, 50],
      [3, 60],
    ] as const) {
      time = now;
      await bar.step(done);
    }
    await bar.clear();
    expect(terminal.stderr().split('\r').length - 1).toBe(3);

    const pipe = testIo();
    await progress(pipe.io, 3, () => 0).step(1);
    expect(pipe.stderr()).toBe('');
  });
});
