import type { MucRolesRecord } from './muc-fillers.ts';
import type { MucSlotsRecord } from './muc-slots.ts';

/** Constructed documents, keys and responses for the tests of the MUC scorers; the incidents are invented. */
export const goldRoles: readonly MucRolesRecord[] = [
  {
    id: 'd1',
    templates: [
      {
        incident_type: 'attack / bombing',
        PerpInd: [['two men', 'men in uniform']],
        PerpOrg: [['Red Valley Front', 'RVF']],
        Target: [['the town hall'], ['pump house', 'house']],
        Victim: [],
        Weapon: [['bomb', 'car bomb']],
      },
      { incident_type: 'kidnapping', PerpInd: [['two men']], Victim: [['judge Ana Olmo', 'Olmo']] },
      { incident_type: 'attack', PerpInd: [['rebels']], Victim: [['a priest'], ['Tomas Ruiz']], Weapon: [['rifle']] },
    ],
    extracts: {
      PerpInd: [['two men', 'men in uniform'], ['rebels']],
      PerpOrg: [['Red Valley Front', 'RVF']],
      Target: [['the town hall'], ['pump house', 'house']],
      Victim: [['judge Ana Olmo', 'Olmo'], ['a priest'], ['Tomas Ruiz']],
      Weapon: [['bomb', 'car bomb'], ['rifle']],
    },
  },
  { id: 'd2', templates: [], extracts: {} },
  { id: 'd3', templates: [{ incident_type: 'arson', Target: [['bus']] }], extracts: { Target: [['bus']] } },
];

export const foundRoles: readonly MucRolesRecord[] = [
  {
    id: 'd1',
    templates: [
      {
        incident_type: 'bombing',
        PerpInd: [['men in uniform.']],
        Weapon: [['the bomb'], ['fuse']],
        Target: [['house'], ['pump house']],
      },
      { incident_type: 'attack', PerpInd: [['rebels']], PerpOrg: [['R.V.F.']], Victim: [['priest'], ['Olmo']] },
      { incident_type: 'attack', Victim: [['Tomas Ruiz']] },
    ],
  },
  { id: 'd2', templates: [{ incident_type: 'attack', Victim: [['mayor']] }] },
];

const fill = (value: string, xref?: readonly string[]) => ({
  alts: value.split(' | ').map(alternative => ({ value: alternative })),
  ...(xref === undefined ? {} : { xref }),
});

export const goldSlots: readonly MucSlotsRecord[] = [
  {
    id: 'd1',
    templates: [
      {
        slots: {
          incident_date: [fill('- 12 MAR 91')],
          incident_location: [{ alts: [{ path: ['ATLANTIS', 'NORTH (DEPARTMENT)', 'VERDE (TOWN)'] }] }],
          incident_type: [fill('BOMBING')],
          perp_individual: [fill('TWO MEN | MEN IN UNIFORM')],
          perp_org: [fill('RED VALLEY FRONT | RVF')],
          perp_org_confidence: [fill('SUSPECTED OR ACCUSED BY AUTHORITIES', ['RED VALLEY FRONT', 'RVF'])],
          phys_id: [fill('TOWN HALL'), fill('PUMP HOUSE')],
          phys_number: [fill('1', ['TOWN HALL']), fill('PLURAL', ['PUMP HOUSE'])],
          phys_effect: [fill('SOME DAMAGE', ['TOWN HALL']), { ...fill('DESTROYED', ['PUMP HOUSE']), optional: true }],
          hum_name: null,
          hum_desc: [fill('GUARD'), fill('STREET VENDORS')],
          hum_number: [fill('1', ['GUARD']), fill('4 - 6', ['STREET VENDORS'])],
          hum_effect: [fill('DEATH', ['GUARD']), fill('INJURY | -', ['STREET VENDORS'])],
          instrument_id: 'NA',
        },
      },
      {
        slots: {
          incident_date: [fill('MAR 91')],
          incident_location: [{ alts: [{ path: ['ATLANTIS'] }] }],
          incident_type: [fill('KIDNAPPING')],
          hum_name: [fill('ANA OLMO')],
          hum_desc: [fill('JUDGE', ['ANA OLMO'])],
          hum_number: [fill('1', ['ANA OLMO'])],
          hum_effect: [fill('REGAINED FREEDOM', ['ANA OLMO'])],
        },
      },
    ],
  },
  { id: 'd2', templates: [{ optional: true, slots: { incident_type: [fill('ARSON')], phys_id: [fill('BUS')] } }] },
];

export const foundSlots: readonly MucSlotsRecord[] = [
  {
    id: 'd1',
    templates: [
      {
        slots: {
          incident_date: ['- 12 MAR 91'],
          incident_location: [['ATLANTIS', 'VERDE']],
          incident_type: ['ATTACK'],
          perp_individual: ['THE MEN IN UNIFORM'],
          perp_org: ['RVF'],
          perp_org_confidence: [{ value: 'SUSPECTED OR ACCUSED', xref: 'RVF' }],
          phys_id: ['THE OLD TOWN HALL'],
          phys_number: [{ value: '1', xref: 'THE OLD TOWN HALL' }],
          phys_effect: [{ value: 'DESTROYED', xref: 'THE OLD TOWN HALL' }],
          hum_desc: ['GUARD', 'VENDORS', 'PASSERS-BY'],
          hum_number: [
            { value: '1', xref: 'VENDORS' },
            { value: '6', xref: 'VENDORS' },
            { value: 'PLURAL', xref: 'PASSERS-BY' },
          ],
          hum_effect: [{ value: 'INJURY', xref: 'GUARD' }],
        },
      },
      {
        slots: {
          incident_type: ['KIDNAPPING'],
          incident_date: ['14 MAR 91'],
          incident_location: [['ATLANTIS']],
          hum_name: ['OLMO'],
          hum_number: [{ value: '1', xref: 'OLMO' }],
        },
      },
    ],
  },
  {
    id: 'd2',
    templates: [{ slots: { incident_type: ['BOMBING'], phys_id: ['BUS'], hum_number: [{ value: '2', xref: 'BUS' }] } }],
  },
];
