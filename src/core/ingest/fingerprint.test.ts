import { describe, expect, test } from 'vitest';
import { fingerprint, similarity } from './fingerprint.ts';

/** Made-up words, the same for the same seed. */
function words(count: number, seed: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `w${(Math.imul(i + 1, 2654435761) ^ Math.imul(seed, 40503)) >>> 16}`);
}

/** The true share of common five-word runs. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const runs = (list: readonly string[]) => new Set(list.slice(4).map((_, i) => list.slice(i, i + 5).join(' ')));
  const [one, other] = [runs(a), runs(b)];
  const common = [...one].filter(run => other.has(run)).length;
  return common / (one.size + other.size - common);
}

describe('fingerprint', () => {
  test('is the same on every machine and in every version', () => {
    expect(fingerprint('At least five men were hurt on the road to Karsa.')).toMatch(/^m1-[0-9a-f]{256}$/);
    expect(fingerprint('At least five men were hurt on the road to Karsa.').slice(0, 35)).toBe(
      'm1-601e3cd2d9e3bc6011f9832bd0397058',
    );
  });

  test('does not see case, punctuation and spacing', () => {
    const a = fingerprint('At least FIVE men were hurt,\n\non the road  to Karsa.');
    expect(a).toBe(fingerprint('at least five men were hurt on “the road” to Karsa'));
  });

  test('a text of few words has one, a text of none has none', () => {
    expect(similarity(fingerprint('five hurt'), fingerprint('Five hurt!'))).toBe(1);
    expect(fingerprint(' – ')).toBe('');
    expect(similarity('', '')).toBe(0);
    expect(similarity('', fingerprint('five hurt'))).toBe(0);
  });

  test.each([0, 10, 50, 100, 200])(
    'similarity is about the share of common runs: %i of 300 words differ',
    differing => {
      const a = words(300, 1);
      const b = [...a.slice(0, 300 - differing), ...words(differing, 2)];
      const estimate = similarity(fingerprint(a.join(' ')), fingerprint(b.join(' ')));
      expect(Math.abs(estimate - jaccard(a, b))).toBeLessThan(0.15);
    },
  );

  test('texts that share nothing are not alike, however long', () => {
    expect(similarity(fingerprint(words(40_000, 3).join(' ')), fingerprint(words(40_000, 4).join(' ')))).toBeLessThan(
      0.05,
    );
  });

  test('refuses what is no fingerprint', () => {
    expect(() => similarity('m1-12', fingerprint('five hurt'))).toThrow(RangeError);
  });
});
