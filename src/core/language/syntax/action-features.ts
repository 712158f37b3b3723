import { mixHash as mix } from '../../base/hash.ts';
import type { ParseWords } from './parse-words.ts';
import type { TransitionState } from './transition-state.ts';

/** Room for the features of one parsing decision. */
export const actionFeatureLimit = 128;

/** Fills `out` with the features of the next parsing action and returns how many there are. */
export function actionFeatures(state: TransitionState, words: ParseWords, out: Int32Array): number {
  let n = 0;
  out[n++] = mix(0, 0);
  n = wordAndPairFeatures(state, words, out, n);
  n = tripleFeatures(state, words, out, n);
  n = distanceFeatures(state, words, out, n);
  n = childFeatures(state, words, out, n);
  return clusterFeatures(state, words, out, n);
}

function wordAndPairFeatures(state: TransitionState, words: ParseWords, out: Int32Array, start: number): number {
  const { lower, tag } = words;
  const { next } = state;
  const [s0, s1, s2] = [state.top(0), state.top(1), state.top(2)];
  const b1 = after(state, 1);
  const b2 = after(state, 2);
  const [w0, p0, w1, p1] = [lower[s0], tag[s0], lower[s1], tag[s1]];
  const [v0, q0, v1, q1] = [lower[next], tag[next], lower[b1], tag[b1]];
  const [wp0, wp1, vq0] = [mix(w0, p0), mix(w1, p1), mix(v0, q0)];
  let n = start;
  out[n++] = mix(1, w0);
  out[n++] = mix(2, p0);
  out[n++] = mix(3, wp0);
  out[n++] = mix(4, w1);
  out[n++] = mix(5, p1);
  out[n++] = mix(6, wp1);
  out[n++] = mix(7, v0);
  out[n++] = mix(8, q0);
  out[n++] = mix(9, vq0);
  out[n++] = mix(10, v1);
  out[n++] = mix(11, q1);
  out[n++] = mix(12, mix(v1, q1));
  out[n++] = mix(13, lower[b2]);
  out[n++] = mix(14, tag[b2]);
  out[n++] = mix(114, lower[s2]);
  out[n++] = mix(115, tag[s2]);
  out[n++] = mix(15, mix(wp0, vq0));
  out[n++] = mix(16, mix(wp0, v0));
  out[n++] = mix(17, mix(w0, vq0));
  out[n++] = mix(18, mix(wp0, q0));
  out[n++] = mix(19, mix(p0, vq0));
  out[n++] = mix(20, mix(w0, v0));
  out[n++] = mix(21, mix(p0, q0));
  out[n++] = mix(22, mix(q0, q1));
  out[n++] = mix(23, mix(wp1, wp0));
  out[n++] = mix(24, mix(wp1, p0));
  out[n++] = mix(25, mix(p1, wp0));
  out[n++] = mix(26, mix(w1, w0));
  out[n++] = mix(27, mix(p1, p0));
  out[n++] = mix(127, mix(p1, q0));
  out[n++] = mix(128, mix(w1, v0));
  out[n++] = mix(129, mix(w1, q0));
  out[n++] = mix(130, mix(p1, v0));
  return n;
}

function tripleFeatures(state: TransitionState, words: ParseWords, out: Int32Array, start: number): number {
  const { lower, tag } = words;
  const { next, left, right } = state;
  const [s0, s1, s2] = [state.top(0), state.top(1), state.top(2)];
  const [w0, p0, p1, p2] = [lower[s0], tag[s0], tag[s1], tag[s2]];
  const [q0, q1, q2, v1] = [tag[next], tag[after(state, 1)], tag[after(state, 2)], lower[after(state, 1)]];
  const p10 = mix(p1, p0);
  let n = start;
  out[n++] = mix(28, mix(q0, mix(q1, q2)));
  out[n++] = mix(29, mix(p0, mix(q0, q1)));
  out[n++] = mix(30, mix(p10, q0));
  out[n++] = mix(31, mix(p2, p10));
  out[n++] = mix(32, mix(p0, mix(tag[left[s0]], q0)));
  out[n++] = mix(33, mix(p0, mix(tag[right[s0]], q0)));
  out[n++] = mix(34, mix(p0, mix(q0, tag[left[next]])));
  out[n++] = mix(35, mix(p10, tag[left[s0]]));
  out[n++] = mix(36, mix(p10, tag[right[s0]]));
  out[n++] = mix(37, mix(p10, tag[right[s1]]));
  out[n++] = mix(38, mix(p10, tag[left[s1]]));
  out[n++] = mix(39, mix(p1, mix(w0, q0)));
  out[n++] = mix(40, mix(p10, lower[next]));
  out[n++] = mix(41, mix(lower[s1], mix(p0, q0)));
  out[n++] = mix(42, mix(p10, mix(q0, q1)));
  out[n++] = mix(43, mix(w0, mix(q0, q1)));
  out[n++] = mix(44, mix(p0, mix(lower[next], q1)));
  out[n++] = mix(45, mix(p0, mix(q0, v1)));
  return n;
}

function distanceFeatures(state: TransitionState, words: ParseWords, out: Int32Array, start: number): number {
  const { lower, tag } = words;
  const { next, leftCount, rightCount } = state;
  const [s0, s1] = [state.top(0), state.top(1)];
  const [w0, p0, w1, p1, v0, q0] = [lower[s0], tag[s0], lower[s1], tag[s1], lower[next], tag[next]];
  const reach = distance(state);
  const gap = s1 ? Math.min(s0 - s1, 8) : 0;
  let n = start;
  out[n++] = mix(46, mix(w0, reach));
  out[n++] = mix(47, mix(p0, reach));
  out[n++] = mix(48, mix(v0, reach));
  out[n++] = mix(49, mix(q0, reach));
  out[n++] = mix(50, mix(w0, mix(v0, reach)));
  out[n++] = mix(51, mix(p0, mix(q0, reach)));
  out[n++] = mix(52, mix(p1, mix(p0, gap)));
  out[n++] = mix(53, mix(w1, mix(w0, gap)));
  out[n++] = mix(153, mix(p1, mix(p0, mix(q0, mix(gap, reach)))));
  out[n++] = mix(54, mix(w0, Math.min(rightCount[s0], 4)));
  out[n++] = mix(55, mix(p0, Math.min(rightCount[s0], 4)));
  out[n++] = mix(56, mix(w0, Math.min(leftCount[s0], 4)));
  out[n++] = mix(57, mix(p0, Math.min(leftCount[s0], 4)));
  out[n++] = mix(58, mix(v0, Math.min(leftCount[next], 4)));
  out[n++] = mix(59, mix(q0, Math.min(leftCount[next], 4)));
  out[n++] = mix(60, mix(p1, Math.min(rightCount[s1], 4)));
  out[n++] = mix(61, mix(w1, Math.min(rightCount[s1], 4)));
  out[n++] = mix(62, mix(p1, Math.min(leftCount[s1], 4)));
  return n;
}

function childFeatures(state: TransitionState, words: ParseWords, out: Int32Array, start: number): number {
  const { lower, tag } = words;
  const { next, labels, left, left2, right, right2 } = state;
  const [s0, s1] = [state.top(0), state.top(1)];
  const [w0, p0, w1, p1, q0] = [lower[s0], tag[s0], lower[s1], tag[s1], tag[next]];
  const children = [left[s0], right[s0], left[next], right[s1]];
  const [a, b, c, d] = [labels[left[s0]], labels[right[s0]], labels[left[next]], labels[right[s1]]];
  let n = start;
  for (let i = 0; i < 4; i++) {
    out[n++] = mix(63 + 3 * i, lower[children[i]]);
    out[n++] = mix(64 + 3 * i, tag[children[i]]);
    out[n++] = mix(65 + 3 * i, mix(99, labels[children[i]]));
  }
  out[n++] = mix(75, mix(p0, mix(tag[left[s0]], tag[left2[s0]])));
  out[n++] = mix(76, mix(p0, mix(tag[right[s0]], tag[right2[s0]])));
  out[n++] = mix(77, mix(q0, mix(tag[left[next]], tag[left2[next]])));
  out[n++] = mix(78, mix(p1, mix(tag[right[s1]], tag[right2[s1]])));
  out[n++] = mix(79, mix(w0, mix(a, b)));
  out[n++] = mix(80, mix(p0, mix(a, mix(b, q0))));
  out[n++] = mix(81, mix(p1, mix(d, mix(labels[left[s1]], p0))));
  out[n++] = mix(82, mix(w1, mix(d, labels[left[s1]])));
  out[n++] = mix(83, mix(lower[next], mix(c, labels[left2[next]])));
  out[n++] = mix(84, mix(p0, mix(b, mix(q0, c))));
  out[n++] = mix(85, mix(d, mix(p1, mix(p0, b))));
  out[n++] = mix(86, mix(w1, mix(d, w0)));
  return n;
}

function clusterFeatures(state: TransitionState, words: ParseWords, out: Int32Array, start: number): number {
  const { lower, tag, cluster512, cluster64 } = words;
  const { next } = state;
  const [s0, s1] = [state.top(0), state.top(1)];
  const [w0, p0, w1, p1, q0] = [lower[s0], tag[s0], lower[s1], tag[s1], tag[next]];
  const [k0, k1, c0] = [cluster512[s0], cluster512[s1], cluster512[next]];
  const [g0, g1, h0] = [cluster64[s0], cluster64[s1], cluster64[next]];
  let n = start;
  out[n++] = mix(90, mix(k0, c0));
  out[n++] = mix(91, mix(k0, q0));
  out[n++] = mix(92, mix(p0, c0));
  out[n++] = mix(93, mix(k1, k0));
  out[n++] = mix(94, mix(k1, p0));
  out[n++] = mix(95, mix(p1, k0));
  out[n++] = mix(96, mix(g0, mix(p0, mix(h0, q0))));
  out[n++] = mix(97, mix(g1, mix(p1, mix(g0, p0))));
  out[n++] = mix(98, mix(k1, mix(p0, k0)));
  out[n++] = mix(99, mix(w1, mix(w0, c0)));
  out[n++] = mix(100, mix(k1, mix(w0, k0)));
  out[n++] = mix(101, mix(g1, mix(w0, h0)));
  out[n++] = mix(102, mix(g1, mix(g0, h0)));
  out[n++] = mix(103, mix(k0, mix(c0, distance(state))));
  return n;
}

/** The word `steps` after the next one; the root follows the last word, nothing follows the root. */
function after(state: TransitionState, steps: number): number {
  const at = state.next + steps;
  return at <= state.root ? at : 0;
}

function distance(state: TransitionState): number {
  const top = state.top(0);
  return top ? Math.min(state.next - top, 8) : 0;
}
