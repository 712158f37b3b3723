import { hashText, mixHash } from '../../base/hash.ts';
import { parseIsoDay } from '../../base/iso-day.ts';
import type { DateMention } from '../../language/dates/date-mention.ts';
import { type Anchors, standingOf } from './anchors.ts';
import { Features } from './features.ts';
import type { Reading } from './reading.ts';

/** When an incident may have been: days that the text names, or no day, only that it was before the report. */
export interface DateOption {
  /** Null where the text names no day of it. */
  readonly mention: DateMention | null;
  readonly features: Int32Array;
}

/** The days that a document names and, first, that it names none for this incident. */
export function dateOptions(reading: Reading, anchors: Anchors, triggers: ReadonlySet<number>): DateOption[] {
  const dated = reading.doc.dates.filter(
    ({ kind, when }) => (kind === 'day' || kind === 'interval') && when.start !== null,
  );
  const inAnchors = dated.filter(({ tokenStart }) => anchors.sentences.has(reading.doc.tokens[tokenStart].sentence));
  const none = new Features();
  none.add(1, 0);
  none.add(2, Math.min(3, inAnchors.length));
  none.add(3, mixHash(Math.min(3, inAnchors.length), Math.min(5, dated.length)));
  none.add(4, anchors.type);
  none.step(5, reading.document, 1, 6);
  return [
    { mention: null, features: none.all },
    ...dated.map((mention, order) => ({ mention, features: dateFeatures(reading, anchors, mention, order, triggers) })),
  ];
}

function dateFeatures(
  reading: Reading,
  anchors: Anchors,
  mention: DateMention,
  order: number,
  triggers: ReadonlySet<number>,
): Int32Array {
  const { doc, words } = reading;
  const token = doc.tokens[mention.tokenStart];
  const standing = standingOf(reading, anchors, token, triggers);
  const ago = agoOf(mention, doc.report.publishedAt);
  const rule = hashText(mention.rule);
  const inTop = token.sentence === 0 && mention.tokenStart < 12 && mention.tokenEnd < 14 ? 1 : 0;
  const features = new Features();
  features.add(20, 0);
  features.add(21, ago);
  features.add(22, standing.away);
  features.add(23, mixHash(standing.away, ago));
  features.add(24, standing.told);
  features.add(25, mixHash(standing.away, standing.told));
  features.add(26, standing.near);
  features.add(27, mixHash(standing.near, standing.away));
  features.add(28, standing.trigger);
  features.add(29, standing.above);
  features.add(30, rule);
  features.add(31, mixHash(rule, standing.away));
  features.add(32, Math.min(6, order));
  features.add(33, mixHash(inTop, standing.away));
  features.add(34, mixHash(mention.kind === 'day' ? 1 : 2, standing.away));
  features.add(35, mixHash(Math.min(8, token.sentence), standing.away));
  features.add(36, words.label[doc.tokens[mention.tokenEnd - 1].index]);
  for (let i = mention.tokenStart; i < mention.tokenEnd; i++)
    if (!/\d/.test(words.lower[i])) features.add(37, words.word[i]);
  features.add(38, words.word[mention.tokenStart - 1] ?? 7);
  features.add(39, mixHash(anchors.type, standing.trigger));
  return features.all;
}

/** How long before the report, in steps; -1 for later, 99 where the report has no day. */
function agoOf({ when }: DateMention, publishedAt: string | null): number {
  const [day, published] = [parseIsoDay(when.start ?? ''), parseIsoDay(publishedAt ?? '')];
  if (day === null || published === null) return 99;
  const days = published - day;
  return days < 0 ? -1 : days <= 3 ? days : 3 + Math.round(Math.log2(days - 2));
}
