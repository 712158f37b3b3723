import { type Context, hull, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import type { Speakers } from '../speakers.ts';

/** Proposes a denial for every word of denying with what it denies: rejecting what somebody else says (codebook §9.3). */
export function denial(context: Context, speakers: Speakers): readonly DraftOf<'denial'>[] {
  const drafts: DraftOf<'denial'>[] = [];
  for (const speech of context.doc.speeches) {
    if (speech.cue.act !== 'deny' || speech.negated || speech.content.length === 0) continue;
    const speaker = speakers.get(speech) ?? null;
    // Nobody says so: "a denied attack".
    if (speech.source === null && (speaker === null || (speaker.actor === null && speaker.words === null))) continue;
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
