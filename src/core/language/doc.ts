import type { Report } from '../model/report.ts';
import type { ActorMention } from './actors/actor-mention.ts';
import type { DateMention } from './dates/date-mention.ts';
import type { NameMention } from './names/name-mention.ts';
import type { NumberMention } from './numbers/find-numbers.ts';
import type { PlaceMention } from './places/find-places.ts';
import type { ResourceVersions } from './resources.ts';
import type { Speech } from './speech/find-speech.ts';
import type { Sentence, Token } from './token.ts';
import type { Tree } from './tree.ts';

/** A report with its layers over the unchanged text. Layers only ever add; none alters another. */
export interface Doc {
  readonly report: Report;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly tree: Tree;
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly actors: readonly ActorMention[];
  readonly speeches: readonly Speech[];
  readonly names: readonly NameMention[];
  /** What made the layers. */
  readonly versions: ResourceVersions;
}
