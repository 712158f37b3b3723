import type { IncidentTemplate, TemplateFiller, TemplatePlace } from '../coding/roles/incident-templates.ts';
import type { FillerRole } from '../coding/roles/roles.ts';
import type { DateMention } from '../language/dates/date-mention.ts';
import type { When } from '../model/when.ts';

/** A template in the form of GTT (2021): its type and five roles, each entity a list of its mentions. */
export interface MucRoleTemplate {
  readonly incident_type: string;
  readonly PerpInd: readonly (readonly string[])[];
  readonly PerpOrg: readonly (readonly string[])[];
  readonly Target: readonly (readonly string[])[];
  readonly Victim: readonly (readonly string[])[];
  readonly Weapon: readonly (readonly string[])[];
}

/** The slots of a MUC-4 template (1992) that casus fills; a slot without a fill is left out. */
export interface MucSlotTemplate {
  readonly slots: Readonly<Record<string, readonly (string | readonly string[] | MucReference)[]>>;
}

/** A value of one slot about a fill of another: the number of which target, the effect on which victim. */
export interface MucReference {
  readonly value: string;
  readonly xref: string;
}

/** Incidents as type and role fillers. Victims without a name have no role there. */
export function mucRoles(templates: readonly IncidentTemplate[]): MucRoleTemplate[] {
  return templates.map(({ type, fillers }) => {
    const of = (role: FillerRole) => fillers.filter(filler => filler.role === role).map(({ words }) => [plain(words)]);
    return {
      incident_type: type,
      PerpInd: of('perpetrator'),
      PerpOrg: of('organisation'),
      Target: of('target'),
      Victim: of('victim'),
      Weapon: of('weapon'),
    };
  });
}

/** Incidents with the slots of MUC-4. `publishedAt` dates what is only known to lie before the report. */
export function mucSlots(
  templates: readonly IncidentTemplate[],
  publishedAt: string | null,
  countryName: (iso3: string) => string,
): MucSlotTemplate[] {
  return templates.map(({ type, date, place, fillers }) => {
    const slots: Record<string, readonly (string | readonly string[] | MucReference)[]> = {
      incident_type: [type.toUpperCase()],
    };
    const when = mucDate(date, publishedAt);
    if (when !== null) slots['incident_date'] = [when];
    if (place !== null) slots['incident_location'] = [mucPlace(place, countryName)];
    for (const [slot, roles] of Object.entries(STRING_SLOTS)) {
      const found = fillers.filter(({ role }) => role === roles).map(({ words }) => plain(words).toUpperCase());
      if (found.length > 0) slots[slot] = found;
    }
    for (const [slot, roles, value] of REFERENCES) {
      const found = fillers.flatMap(filler => {
        const told = roles.includes(filler.role) ? value(filler) : null;
        return told === null ? [] : [{ value: told, xref: plain(filler.words).toUpperCase() }];
      });
      if (found.length > 0) slots[slot] = found;
    }
    return { slots };
  });
}

const STRING_SLOTS: Readonly<Record<string, FillerRole>> = {
  perp_individual: 'perpetrator',
  perp_org: 'organisation',
  phys_id: 'target',
  hum_name: 'victim',
  hum_desc: 'nameless-victim',
  instrument_id: 'weapon',
};

type Reference = readonly [
  slot: string,
  roles: readonly FillerRole[],
  value: (filler: TemplateFiller) => string | null,
];

const VICTIMS: readonly FillerRole[] = ['victim', 'nameless-victim'];
const REFERENCES: readonly Reference[] = [
  ['perp_org_confidence', ['organisation'], ({ confidence }) => confidence],
  ['phys_type', ['target'], ({ kind }) => kind],
  ['phys_number', ['target'], ({ count }) => count],
  ['phys_effect', ['target'], ({ effect }) => effect],
  ['hum_type', VICTIMS, ({ kind }) => kind],
  ['hum_number', VICTIMS, ({ count }) => count],
  ['hum_effect', VICTIMS, ({ effect }) => effect],
];

function plain(words: string): string {
  return words.replace(/\s+/g, ' ');
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

function mucDay(isoDay: string): string {
  const [year = '', month = '', day = ''] = isoDay.split('-');
  return `${day} ${MONTHS[Number(month) - 1]} ${year.slice(2)}`;
}

/** The date of an incident as MUC-4 writes it: the days that words mean, or that it was before the report. */
export function mucDate(date: DateMention | null, publishedAt: string | null): string | null {
  if (date !== null) return daysOf(date.when);
  return publishedAt === null ? null : `- ${mucDay(publishedAt)}`;
}

/** `02 FEB 90`, or `02 FEB 90 - 04 FEB 90`; a whole month as `FEB 90`. */
function daysOf({ start, end, precision }: When): string | null {
  if (start === null || end === null) return null;
  if (start === end) return mucDay(start);
  if (precision === 4 && start.endsWith('-01') && start.slice(0, 7) === end.slice(0, 7)) return mucDay(start).slice(3);
  return `${mucDay(start)} - ${mucDay(end)}`;
}

/** The path of a place from its country down; names lose the word for what they are, as in the lists of MUC-4. */
export function mucPlace(
  { country, names }: Pick<TemplatePlace, 'country' | 'names'>,
  countryName: (iso3: string) => string,
): string[] {
  const bare = names.map(name => name.replace(/\s+/g, ' ').toUpperCase());
  return [
    countryName(country).toUpperCase(),
    ...bare.map(name => name.replace(/ (?:DEPARTMENT|PROVINCE|NEIGHBORHOOD)$/, '')),
  ];
}
