import type { Speech } from '../../language/speech/find-speech.ts';
import type { Claimant } from '../../model/claimant.ts';
import { type Context, hull, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import type { Speakers } from '../speakers.ts';

/** Proposes a denial for every word of denying with what it denies: rejecting what somebody else says (codebook §9.3). */
export function denial(context: Context, speakers: Speakers): readonly DraftOf<'denial'>[] {
  const drafts: DraftOf<'denial'>[] = [];
  for (const speech of context.doc.speeches) {
    if (speech.cue.act !== 'deny' || speech.negated || speech.content.length === 0) continue;
    const speaker = speech.source === null ? besides(context, speech, speakers) : (speakers.get(speech) ?? null);
    if (speaker === null) continue;
    const [told] = speech.content;
    // What stands before a participle of denying is what the speaker tells himself.
    const isBeside = context.tree.tokens[speech.cueToken].xpos === 'VBG';
    const content = isBeside ? { start: speech.cueEnd, end: Math.max(told.end, speech.cueEnd + 1) } : told;
    const cue = { start: speech.cueToken, end: speech.cueEnd };
    const start = isBeside ? cue : (speech.sourceRange ?? cue);
    drafts.push({
      ...NEW_DRAFT,
      kind: 'denial',
      key: `denial:${speech.cueToken}`,
      anchor: speech.cueToken,
      range: hull(start, content),
      rule: 'denial/cue',
      act: 'deny',
      polarity: 'negative',
      claimant: speaker,
      content: spanOf(context.tree.tokens, content),
      about: null,
      rejects: null,
    });
  }
  return drafts;
}

/** "…, the army said, | rejecting charges that …": a participle of denying is whose word of saying the sentence has. */
function besides(context: Context, speech: Speech, speakers: Speakers): Claimant | null {
  const { tokens } = context.tree;
  if (tokens[speech.cueToken].xpos !== 'VBG') return null;
  const { sentence } = tokens[speech.cueToken];
  const other = context.doc.speeches.find(
    ({ cueToken, source }) => source !== null && cueToken !== speech.cueToken && tokens[cueToken].sentence === sentence,
  );
  return other === undefined ? null : (speakers.get(other) ?? null);
}
