import { existsSync, readFileSync } from 'node:fs';
import { incidentTemplates } from '../../src/core/coding/roles/incident-templates.ts';
import { mucRoles, mucSlots } from '../../src/core/export/muc.ts';
import { readReport } from '../../src/core/ingest/index.ts';
import { analyze } from '../../src/core/language/analyze.ts';
import { loadCountryNames, loadResources, loadRoleModels } from '../../src/node/resources/load.ts';
import type { Measure, MeasureResult, WrongCase } from '../measure.ts';
import { f1OfTally, type MucRolesRecord, microF1, tallyFillers } from '../score/muc-fillers.ts';
import { type MucSlotsRecord, slotF1, tallySlots } from '../score/muc-slots.ts';
import { tallyTemplates } from '../score/muc-templates.ts';

/** A document of `muc4/*.jsonl`. */
interface TelexRecord extends MucSlotsRecord {
  readonly dateline?: string | null;
  readonly text: string;
}

interface Found {
  readonly id: string;
  readonly roles: MucRolesRecord;
  readonly slots: MucSlotsRecord;
}

export const measure: Measure = {
  name: 'muc',
  about: 'incidents of a telex with their type, role fillers and slots (MUC-4); F over all documents',
  data: ['corpora/muc4/dev.jsonl'],
  scores: {
    ree_f1: { beat: 0.485 },
    template_f1: { beat: 0.502 },
    date_f1: { beat: 0.598 },
    place_f1: { beat: 0.606 },
    number_f1: { beat: 0.603 },
    effect_f1: { beat: 0.568 },
    confidence_f1: { beat: 0.482 },
  },
  run,
};

/** Texts stand in `dev.jsonl`, the roles in `dev.roles.jsonl` beside it; without these only the slots are scored. */
function run(dataPath: string): MeasureResult {
  const path = dataPath.replace(/\.roles\.jsonl$/, '.jsonl');
  const rolesPath = path.replace(/\.jsonl$/, '.roles.jsonl');
  const records = readLines<TelexRecord>(path);
  const found = findAll(records);
  const slots = tallySlots(
    records,
    found.results.map(result => result.slots),
  );
  const scores: Record<string, number> = {
    date_f1: slotF1(slots.incident_date),
    place_f1: slotF1(slots.incident_location),
    number_f1: slotF1(slots.hum_number, slots.phys_number),
    effect_f1: slotF1(slots.hum_effect, slots.phys_effect),
    confidence_f1: slotF1(slots.perp_org_confidence),
  };
  const details: Record<string, string> = {};
  for (const slot of ['hum_number', 'phys_number', 'hum_effect', 'phys_effect', 'incident_type'] as const)
    details[slot] = slotF1(slots[slot]).toFixed(3);
  details['all slots'] = slotF1(...Object.values(slots)).toFixed(3);
  let errors: readonly WrongCase[] = [];
  if (existsSync(rolesPath)) {
    const key = readLines<MucRolesRecord>(rolesPath);
    const roles = found.results.map(result => result.roles);
    const [fillers, templates] = [tallyFillers(key, roles), tallyTemplates(key, roles)];
    scores['ree_f1'] = microF1(Object.values(fillers));
    scores['template_f1'] = microF1(Object.values(templates));
    for (const [role, tally] of Object.entries(fillers)) details[`fillers ${role}`] = f1OfTally(tally).toFixed(3);
    errors = key.flatMap((record, at) => wrongCases(record, roles[at], records[at]?.text ?? ''));
  }
  return { records: records.length, seconds: found.seconds, scores, errors, details };
}

function findAll(records: readonly TelexRecord[]): { readonly results: readonly Found[]; readonly seconds: number } {
  const resources = loadResources();
  const models = loadRoleModels();
  const names = loadCountryNames();
  const rankOf = (form: string): number => resources.models.featuresOf(form).rank;
  const started = performance.now();
  const results = records.map(({ id, text, dateline }): Found => {
    const publishedAt = telexDay(dateline ?? '') ?? telexDay(text.slice(0, 200));
    const { value: report } = readReport({ text, given: { publishedAt } });
    const templates = incidentTemplates(analyze(report, resources).value, models, rankOf);
    const slots = mucSlots(templates, report.publishedAt, code => names.get(code) ?? code);
    return { id, roles: { id, templates: mucRoles(templates) }, slots: { id, templates: slots } };
  });
  return { results, seconds: (performance.now() - started) / 1000 };
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** "4 FEB 90" as an ISO day: the dateline of these telexes. */
export function telexDay(words: string): string | null {
  const [, day = '', month = '', year] = /(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{2})\b/.exec(words) ?? [];
  const at = MONTHS.indexOf(month);
  return at < 0 ? null : `19${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function wrongCases(key: MucRolesRecord, found: MucRolesRecord, text: string): WrongCase[] {
  const score = microF1(Object.values(tallyTemplates([key], [found])));
  const isRight = score === 1 || ((key.templates ?? []).length === 0 && (found.templates ?? []).length === 0);
  if (isRight) return [];
  const words = (record: MucRolesRecord): string => JSON.stringify(record.templates ?? []);
  return [{ id: key.id, what: `${words(found)} for ${words(key)}`, text: text.replace(/\s+/g, ' ').slice(0, 600) }];
}

function readLines<Row>(path: string): readonly Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter(line => line.trim() !== '').map(line => JSON.parse(line));
}
