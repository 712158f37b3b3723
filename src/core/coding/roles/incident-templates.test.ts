import { expect, test } from 'vitest';
import { loadCountryNames, loadResources, loadRoleModels } from '../../../node/resources/load.ts';
import { mucRoles, mucSlots } from '../../export/muc.ts';
import { readReport } from '../../ingest/index.ts';
import { analyze } from '../../language/analyze.ts';
import { type IncidentTemplate, incidentTemplates } from './incident-templates.ts';

const resources = loadResources();
const models = loadRoleModels();
const countries = loadCountryNames();

// Invented incidents in the manner of a telex.
const bombing = `   SAN SALVADOR, 12 MAR 90 (ACAN-EFE) -- [TEXT] MEMBERS OF THE FARABUNDO
MARTI NATIONAL LIBERATION FRONT [FMLN] TODAY BOMBED THE OFFICES OF THE
TELEPHONE COMPANY IN SAN SALVADOR.  THE DYNAMITE BOMB DESTROYED TWO
VEHICLES AND WOUNDED SEVEN CIVILIANS.

   THE POLICE REPORTED THAT THE GUERRILLAS ESCAPED IN A TRUCK AFTER THE
EXPLOSION.`;
const kidnapping = `   BOGOTA, 3 JUN 89 (EFE) -- [TEXT] UNIDENTIFIED ARMED MEN YESTERDAY
KIDNAPPED ENGINEER HERNANDO RUEDA PAEZ IN MEDELLIN, ACCORDING TO POLICE
SOURCES.  THE ARMED MEN FORCED RUEDA OUT OF HIS CAR AND TOOK HIM AWAY.`;
const weather = `   LIMA, 5 JUL 89 (TELEVISION PERUANA) -- [TEXT] THE MINISTER OF
AGRICULTURE SAID TODAY THAT THE RICE HARVEST WILL BE LARGER THAN LAST YEAR
BECAUSE OF GOOD RAINS IN THE NORTHERN VALLEYS.  HE THANKED THE FARMERS AND
ANNOUNCED NEW LOANS FOR COTTON AND COFFEE GROWERS.`;

function templatesOf(text: string, publishedAt: string): { found: IncidentTemplate[]; text: string } {
  const { value: report } = readReport({ text, given: { publishedAt } });
  const rankOf = (form: string): number => resources.models.featuresOf(form).rank;
  return { found: incidentTemplates(analyze(report, resources).value, models, rankOf), text: report.text };
}

test('a bombing is told with its organisation, target, weapon and day', () => {
  const { found } = templatesOf(bombing, '1990-03-12');
  expect(found.map(({ type }) => type)).toEqual(['bombing']);
  const [roles] = mucRoles(found);
  expect(roles.PerpOrg.flat().join(' ')).toMatch(/FARABUNDO|FMLN/);
  expect(roles.Target.flat().join(' ')).toMatch(/OFFICES|VEHICLES/);
  expect(roles.Weapon.flat().join(' ')).toMatch(/DYNAMITE|BOMB/);
  const [{ slots }] = mucSlots(found, '1990-03-12', code => countries.get(code) ?? code);
  expect(slots['incident_date']).toEqual(['12 MAR 90']);
  expect(slots['incident_location']?.[0]).toContain('EL SALVADOR');
});

test('a kidnapping is told with its victim by name, and one of them', () => {
  const { found } = templatesOf(kidnapping, '1989-06-03');
  expect(found.map(({ type }) => type)).toEqual(['kidnapping']);
  const victims = found[0].fillers.filter(({ role }) => role === 'victim');
  expect(victims.map(({ words }) => words).join(' ')).toMatch(/RUEDA/);
  expect(victims.map(({ count }) => count)).toEqual(['1']);
});

test('a report of a harvest tells of no incident', () => {
  expect(templatesOf(weather, '1989-07-05').found).toEqual([]);
});

test('every filler has the words at its span', () => {
  for (const [text, day] of [
    [bombing, '1990-03-12'],
    [kidnapping, '1989-06-03'],
  ] as const) {
    const { found, text: report } = templatesOf(text, day);
    for (const { words, span } of found.flatMap(({ fillers }) => fillers))
      expect(report.slice(span.start, span.end)).toBe(words);
  }
});

test.each(['', '.', 'WAR', 'A '.repeat(3000)])('a text without an incident gives none: %j', text => {
  expect(templatesOf(text, '1990-01-01').found).toEqual([]);
});
