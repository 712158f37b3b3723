import type { MucKeyFill, MucSlot } from '../../eval/score/muc-slots.ts';
import { matchValue } from '../../eval/score/muc-values.ts';
import { type Anchors, anchorsOf } from '../../src/core/coding/roles/anchors.ts';
import type { Candidate } from '../../src/core/coding/roles/candidates.ts';
import { slotFeatures } from '../../src/core/coding/roles/filler-slots.ts';
import type { Entity } from '../../src/core/coding/roles/find-fillers.ts';
import { dateOptions } from '../../src/core/coding/roles/incident-dates.ts';
import { placeOptions } from '../../src/core/coding/roles/incident-places.ts';
import { fillerRoles } from '../../src/core/coding/roles/roles.ts';
import { mucDate, mucPlace } from '../../src/core/export/muc.ts';
import type { Lesson } from './logistic.ts';
import { fillsOf, keyTypes, type MucKeyTemplate, slotOf, textsOf } from './muc-key.ts';
import { slotValues } from './slot-values.ts';
import type { Staged } from './stages.ts';

/** What the slots of a document's templates teach, for each model of a slot. */
export interface SlotLessons {
  readonly date: Lesson[];
  readonly place: Lesson[];
  readonly harm: Lesson[];
  readonly damage: Lesson[];
  readonly confidence: Lesson[];
  readonly 'victim-kind': Lesson[];
  readonly 'target-kind': Lesson[];
}

/** How much less likely than the best a candidate may be to count as a mention, as when fillers are found. */
const mentionSlack = 2;

export function slotLessons(
  doc: Staged,
  triggers: ReadonlySet<number>,
  countryName: (iso3: string) => string,
): SlotLessons {
  const lessons: SlotLessons = {
    date: [],
    place: [],
    harm: [],
    damage: [],
    confidence: [],
    'victim-kind': [],
    'target-kind': [],
  };
  for (const template of doc.key.templates) {
    const [type] = keyTypes(template);
    if (type === undefined) continue;
    const entities = goldEntities(doc, template);
    const anchors = anchorsOf({ type, entities: entities.map(({ entity }) => entity) });
    lessons.date.push(...dateLessons(doc, template, anchors, triggers));
    lessons.place.push(...placeLessons(doc, template, anchors, triggers, countryName));
    for (const { entity, fill } of entities) {
      const features = () => slotFeatures(doc, entity.candidate, entity.sentences, type, triggers);
      const add = (to: Lesson[], slot: MucSlot, values: readonly (string | null)[]): void => {
        const told = valueAbout(template, slot, fill);
        const at = values.indexOf(told);
        if (at >= 0) to.push({ features: features(), labels: values.map((_, i) => Number(i === at)) });
      };
      if (entity.role === 'victim' || entity.role === 'nameless-victim') {
        add(lessons.harm, 'hum_effect', slotValues.harm);
        add(lessons['victim-kind'], 'hum_type', slotValues['victim-kind']);
      }
      if (entity.role === 'target') {
        add(lessons.damage, 'phys_effect', slotValues.damage);
        add(lessons['target-kind'], 'phys_type', slotValues['target-kind']);
      }
      if (entity.role === 'organisation') add(lessons.confidence, 'perp_org_confidence', slotValues.confidence);
    }
  }
  return lessons;
}

/** The fillers of a template that a candidate stands for. */
function goldEntities(
  { candidates, odds }: Staged,
  template: MucKeyTemplate,
): { readonly entity: Entity; readonly fill: MucKeyFill }[] {
  return fillerRoles.flatMap((role, number) =>
    fillsOf(template, slotOf(role)).flatMap(fill => {
      const texts = new Set(textsOf(fill));
      const own = candidates.flatMap(({ text }, at) => (texts.has(text) ? [at] : []));
      if (own.length === 0) return [];
      const best = own.reduce((top, at) => (odds[at][number] > odds[top][number] ? at : top));
      const near = own.filter(at => odds[at][number] > odds[best][number] - mentionSlack);
      const candidate: Candidate = candidates[best];
      const sentences = [...new Set(near.map(at => candidates[at].sentence))];
      return [{ entity: { role, text: candidate.text, candidate, odds: 0, sentences }, fill }];
    }),
  );
}

/** The value of a slot about a fill of another; null where the key has none. */
function valueAbout(template: MucKeyTemplate, slot: MucSlot, { alts }: MucKeyFill): string | null {
  const names = new Set(alts.map(({ value }) => value));
  const about = fillsOf(template, slot).find(({ xref }) =>
    (typeof xref === 'string' ? [xref] : (xref ?? [])).some(name => names.has(name)),
  );
  return about?.alts[0]?.value ?? null;
}

function dateLessons(doc: Staged, template: MucKeyTemplate, anchors: Anchors, triggers: ReadonlySet<number>): Lesson[] {
  const alternatives = fillsOf(template, 'incident_date').flatMap(({ alts }) => alts);
  if (alternatives.length === 0) return [];
  return dateOptions(doc, anchors, triggers).map(({ mention, features }) => {
    const value = mucDate(mention, doc.doc.report.publishedAt) ?? '';
    return {
      features,
      labels: [Math.max(...alternatives.map(other => matchValue('incident_date', { value }, other)))],
    };
  });
}

function placeLessons(
  doc: Staged,
  template: MucKeyTemplate,
  anchors: Anchors,
  triggers: ReadonlySet<number>,
  countryName: (iso3: string) => string,
): Lesson[] {
  const alternatives = fillsOf(template, 'incident_location').flatMap(({ alts }) => alts);
  if (alternatives.length === 0) return [];
  const { text } = doc.doc.report;
  return placeOptions(doc, anchors, triggers).map(({ country, mentions, features }) => {
    const names = mentions.map(({ span }) => text.slice(span.start, span.end));
    const path = mucPlace({ country, names }, countryName);
    const credit = Math.max(...alternatives.map(other => matchValue('incident_location', { path }, other)));
    return { features, labels: [credit === 1 ? 1 : 0] };
  });
}
