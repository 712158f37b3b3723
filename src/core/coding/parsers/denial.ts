import { type Context, hull, spanOf } from '../context.ts';
import { type DraftOf, NEW_DRAFT } from '../draft.ts';
import type { Speakers } from '../speakers.ts';

/** Proposes a denial for every word of denying with what it denies: rejecting what somebody else says (codebook §9.3). */
export function denial(context: Context, speakers: Speakers): readonly DraftOf<'denial'>[] {
  const drafts: DraftOf<'denial'>[] = [];
  for (const speech of context.doc.speeches) {
    if (speech.cue.act !== 'deny' || speech.negated || speech.content.length === 0 || speech.source === null) continue;
    const [content] = speech.content;
    const start = speech.sourceRange ?? { start: speech.cueToken, end: speech.cueEnd };
    drafts.push({
      ...NEW_DRAFT,
      kind: 'denial',
      key: `denial:${speech.cueToken}`,
      anchor: speech.cueToken,
      range: hull(start, content),
      rule: 'denial/cue',
      act: 'deny',
      polarity: 'negative',
      claimant: speakers.get(speech) ?? null,
      content: spanOf(context.tree.tokens, content),
      about: null,
      rejects: null,
    });
  }
  return drafts;
}
