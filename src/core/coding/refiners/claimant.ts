import type { Speech } from '../../language/speech/find-speech.ts';
import type { Certainty } from '../../model/claim-base.ts';
import { AUTHOR, type Claimant, claimantName } from '../../model/claimant.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';
import { type Speakers, speechesAt } from '../speakers.ts';
import { deniedHarm, rejectedReport } from './rejected-report.ts';

/**
 * Says who speaks at each draft's anchor: the innermost speaker, with those who pass it on; the author where nobody else
 * does (codebook §3.1). The speech act and the certainty follow from the word of saying (§3.5), unless a parser has
 * settled the act because the word of saying itself made the claim.
 */
export function claimant(drafts: readonly Draft[], context: Context, speakers: Speakers): readonly Draft[] {
  return drafts.map(draft => {
    if (draft.claimant !== null) return draft;
    const chain = speechesAt(context, draft.anchor);
    const inner = chain.at(0);
    if (inner === undefined)
      return { ...draft, claimant: AUTHOR, act: isConfirmed(context, draft) ? 'confirm' : draft.act };
    // What is denied is told by the denial alone: "denied that its men were taken" says of nobody that they were.
    if (inner.cue.act === 'deny' && draft.kind === 'casualty') {
      const zero = deniedHarm(draft);
      if (zero !== null) return { ...zero, claimant: speakers.get(inner) ?? AUTHOR };
      const reported = inner.content[0] === undefined ? null : rejectedReport(draft, inner.content[0], context);
      if (reported !== null) return reported;
    }
    if (inner.cue.act === 'deny' && (draft.kind === 'casualty' || draft.kind === 'event')) {
      return { ...draft, dropped: draft.dropped ?? 'only denied' };
    }
    return {
      ...draft,
      claimant: withVia(speakers.get(inner) ?? AUTHOR, chain.slice(1), speakers),
      act: draft.act === 'state' ? actOf(inner, draft) : draft.act,
      certainty: weaker(draft.certainty, inner.cue.certainty),
    };
  });
}

/** "were confirmed killed", "12 verified deaths": recorded as established by whoever speaks (codebook §3.5). */
function isConfirmed(context: Context, draft: Draft): boolean {
  if (draft.act !== 'state') return false;
  const from = Math.max(0, draft.range.start - 2);
  return context.tree.tokens
    .slice(from, draft.range.end + 2)
    .some(({ lemma, xpos }) => /^(?:confirm|verify|record)$/.test(lemma) && xpos === 'VBN');
}

/** A denial of a figure is its own claim; what is warned of or feared is not stated by the same words. */
function actOf(speech: Speech, draft: Draft): Draft['act'] {
  const { act } = speech.cue;
  return act === 'deny' && draft.polarity === 'positive' ? 'state' : act;
}

function withVia(inner: Claimant, outer: readonly Speech[], speakers: Speakers): Claimant {
  const via = outer.map(speech => speakers.get(speech)).filter(speaker => speaker !== undefined);
  const names = via.map(speaker => speaker.words ?? claimantName(speaker)).filter(name => name !== inner.words);
  return names.length === 0 ? inner : { ...inner, via: [...new Set(names)].reverse() };
}

const ORDER: readonly Certainty[] = ['certain', 'probable', 'possible'];

/** The less sure of two. */
export function weaker(a: Certainty, b: Certainty): Certainty {
  return ORDER[Math.max(ORDER.indexOf(a), ORDER.indexOf(b))];
}
