import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { DataSource } from '../data/data-source.ts';
import type { Route } from './route.ts';

/** What every view is given: where the data comes from, and where the reader is within it. */
export interface ViewProps {
  readonly source: DataSource;
  readonly route: Route;
}

/** One view of the page. `path` is the first part of its route; its code is loaded when it is first opened. */
export interface View {
  readonly path: string;
  readonly title: string;
  /** Whether it stands in the navigation; others are reached from within a view. */
  readonly isListed: boolean;
  readonly View: LazyExoticComponent<ComponentType<ViewProps>>;
}

/** All views in the order of the navigation. The first is shown where the address names none. */
export const VIEWS: readonly View[] = [
  {
    path: 'overview',
    title: 'Overview',
    isListed: true,
    View: lazy(async () => ({ default: (await import('../overview/overview-view.tsx')).OverviewView })),
  },
  {
    path: 'incidents',
    title: 'Incident',
    isListed: false,
    View: lazy(async () => ({ default: (await import('../incident/incident-view.tsx')).IncidentView })),
  },
  {
    path: 'claims',
    title: 'Claims',
    isListed: true,
    View: lazy(async () => ({ default: (await import('../claims/claims-view.tsx')).ClaimsView })),
  },
  {
    path: 'actors',
    title: 'Actors',
    isListed: true,
    View: lazy(async () => ({ default: (await import('../actors/actors-view.tsx')).ActorsView })),
  },
  {
    path: 'warnings',
    title: 'Threats and risks',
    isListed: true,
    View: lazy(async () => ({ default: (await import('../warnings/warnings-view.tsx')).WarningsView })),
  },
  {
    path: 'read',
    title: 'Read a report',
    isListed: true,
    View: lazy(async () => ({ default: (await import('../read/read-view.tsx')).ReadView })),
  },
  {
    path: 'about',
    title: 'About the data',
    isListed: true,
    View: lazy(async () => ({ default: (await import('../about/about-view.tsx')).AboutView })),
  },
];

/** The view that a route names; the overview where it names none, null where there is no such view. */
export function viewOf({ path: [name = 'overview'] }: Route): View | null {
  return VIEWS.find(({ path }) => path === name) ?? null;
}
