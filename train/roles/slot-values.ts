import type { SlotModelName } from '../../src/core/coding/roles/role-models.ts';

/** The values of MUC-4 that each model of a slot chooses among, in the order of its outputs; null says that nothing is told. */
export const slotValues: Readonly<Record<SlotModelName, readonly (string | null)[]>> = {
  harm: ['DEATH', 'INJURY', 'NO INJURY OR DEATH', 'NO INJURY', 'REGAINED FREEDOM', 'NO DEATH', null],
  damage: ['SOME DAMAGE', 'DESTROYED', 'NO DAMAGE', 'PROPERTY TAKEN FROM TARGET', 'MONEY TAKEN FROM TARGET', null],
  confidence: [
    'REPORTED AS FACT',
    'SUSPECTED OR ACCUSED',
    'SUSPECTED OR ACCUSED BY AUTHORITIES',
    'CLAIMED OR ADMITTED',
    'POSSIBLE',
  ],
  'victim-kind': [
    'CIVILIAN',
    'POLITICAL FIGURE',
    'GOVERNMENT OFFICIAL',
    'LAW ENFORCEMENT',
    'LEGAL OR JUDICIAL',
    'ACTIVE MILITARY',
    'SECURITY GUARD',
    'FORMER GOVERNMENT OFFICIAL',
    'DIPLOMAT',
    'FORMER ACTIVE MILITARY',
  ],
  'target-kind': [
    'COMMERCIAL',
    'OTHER',
    'TRANSPORT VEHICLE',
    'ENERGY',
    'GOVERNMENT OFFICE OR RESIDENCE',
    'ORGANIZATION OFFICE',
    'COMMUNICATIONS',
    'FINANCIAL',
    'CIVILIAN RESIDENCE',
    'DIPLOMAT OFFICE OR RESIDENCE',
    'TRANSPORTATION ROUTE',
    'POLITICAL FIGURE OFFICE OR RESIDENCE',
    'LAW ENFORCEMENT FACILITY',
  ],
};
