import type { PlaceKind } from './gazetteer-format.ts';

/** Kinds that a word like "town" or "region" may mean beside the kind that it names. */
const wider: Partial<Readonly<Record<PlaceKind, readonly PlaceKind[]>>> = {
  town: ['capital', 'seat1', 'seat2', 'village', 'suburb'],
  suburb: ['town', 'village'],
  admin2: ['suburb'],
  region: ['admin1', 'admin2', 'desert', 'mountain', 'valley', 'island', 'lake'],
  admin1: ['region'],
  mountain: ['region'],
  desert: ['region'],
  valley: ['admin2', 'region'],
  sea: ['lake'],
  island: ['region'],
  base: ['airport', 'camp'],
  airport: ['base'],
  camp: ['base', 'town', 'village'],
  crossing: ['town', 'village'],
  line: ['region'],
};

/** Whether a place of one kind may be called by a word that names another. */
export function kindsFit(kind: PlaceKind, named: PlaceKind): boolean {
  return kind === named || (wider[named]?.includes(kind) ?? false);
}
