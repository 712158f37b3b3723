import { mixHash as mix } from '../../base/hash.ts';
import type { ParseWords } from './parse-words.ts';
import type { TransitionState } from './transition-state.ts';

/** Room for the features of one arc's label. */
export const labelFeatureLimit = 48;

/** Fills `out` with the features of the label of an arc that is about to be made, and returns how many there are. */
export function labelFeatures(
  state: TransitionState,
  words: ParseWords,
  head: number,
  child: number,
  out: Int32Array,
): number {
  const n = arcFeatures(state, words, head, child, out);
  return childAndClusterFeatures(state, words, head, child, out, n);
}

function arcFeatures(state: TransitionState, words: ParseWords, head: number, child: number, out: Int32Array): number {
  const { lower, tag } = words;
  const side = child < head ? 1 : 2;
  const reach = Math.min(Math.abs(head - child), 6) * side + (head === state.root ? 50 : 0);
  const [wh, ph, wd, pd] = [lower[head], tag[head], lower[child], tag[child]];
  const pair = mix(ph, pd);
  const before = tag[child - 1];
  const behind = tag[child + 1];
  const headBehind = head <= state.length ? tag[head + 1] : 0;
  let n = 0;
  out[n++] = mix(200, side);
  out[n++] = mix(201, mix(wh, side));
  out[n++] = mix(202, mix(ph, side));
  out[n++] = mix(203, mix(wd, side));
  out[n++] = mix(204, mix(pd, side));
  out[n++] = mix(205, mix(wh, mix(wd, side)));
  out[n++] = mix(206, mix(pair, side));
  out[n++] = mix(207, mix(wh, mix(pd, side)));
  out[n++] = mix(208, mix(ph, mix(wd, side)));
  out[n++] = mix(209, mix(pair, reach));
  out[n++] = mix(210, mix(wd, reach));
  out[n++] = mix(211, mix(pd, mix(before, behind)));
  out[n++] = mix(212, mix(pair, mix(before, side)));
  out[n++] = mix(213, mix(pair, mix(behind, side)));
  out[n++] = mix(214, mix(pair, mix(tag[head - 1], headBehind)));
  out[n++] = mix(226, mix(lower[child - 1], mix(pd, side)));
  out[n++] = mix(227, mix(lower[child + 1], mix(pd, side)));
  return n;
}

function childAndClusterFeatures(
  state: TransitionState,
  words: ParseWords,
  head: number,
  child: number,
  out: Int32Array,
  start: number,
): number {
  const { lower, tag, cluster512, cluster64 } = words;
  const { labels, left, left2, right } = state;
  const side = child < head ? 1 : 2;
  const [wh, ph, wd, pd] = [lower[head], tag[head], lower[child], tag[child]];
  const sided = mix(pd, side);
  const pair = mix(ph, sided);
  const [l, r] = [left[child], right[child]];
  const [hl, hr] = [labels[left[head]], labels[right[head]]];
  let n = start;
  out[n++] = mix(215, mix(lower[l], sided));
  out[n++] = mix(216, mix(lower[r], sided));
  out[n++] = mix(217, mix(labels[l], pair));
  out[n++] = mix(218, mix(labels[r], pair));
  out[n++] = mix(219, mix(labels[l], mix(wd, side)));
  out[n++] = mix(220, mix(lower[l], pair));
  out[n++] = mix(221, mix(lower[l], mix(wh, side)));
  out[n++] = mix(222, mix(hl, pair));
  out[n++] = mix(223, mix(hr, pair));
  out[n++] = mix(224, mix(wh, mix(hr, sided)));
  out[n++] = mix(225, mix(wh, mix(hl, sided)));
  out[n++] = mix(228, mix(tag[l], mix(tag[r], pair)));
  out[n++] = mix(229, mix(lower[left2[child]], sided));
  out[n++] = mix(230, mix(labels[left2[child]], mix(labels[l], pair)));
  out[n++] = mix(240, mix(cluster512[child], mix(ph, side)));
  out[n++] = mix(241, mix(cluster512[head], sided));
  out[n++] = mix(242, mix(cluster512[head], mix(cluster512[child], side)));
  out[n++] = mix(243, mix(wh, mix(cluster512[child], side)));
  out[n++] = mix(244, mix(cluster512[head], mix(wd, side)));
  out[n++] = mix(245, mix(cluster512[head], mix(lower[l], sided)));
  out[n++] = mix(246, mix(cluster64[head], mix(cluster64[child], pair)));
  return n;
}
