import type { z } from 'zod';
import type { Route } from './route.ts';
import { actorRoute } from './routes/actor.ts';
import { actorsRoute } from './routes/actors.ts';
import { claimRoute, claimsRoute } from './routes/claims.ts';
import { contradictionsRoute, tollsRoute } from './routes/contradictions.ts';
import { formatsRoute } from './routes/formats.ts';
import { incidentRoute, incidentsRoute } from './routes/incidents.ts';
import { ledgerRoute } from './routes/ledger.ts';
import { lossesRoute } from './routes/losses.ts';
import { overviewRoute } from './routes/overview.ts';
import { placesRoute } from './routes/places.ts';
import { reportRoute, reportsRoute } from './routes/reports.ts';
import { searchRoute } from './routes/search.ts';
import { seriesRoute } from './routes/series.ts';
import { warningsRoute } from './routes/warnings.ts';

/** The routes that only read, by their ids: what every host of the API answers alike. */
export const ROUTES = {
  ledger: ledgerRoute,
  overview: overviewRoute,
  incidents: incidentsRoute,
  incident: incidentRoute,
  claims: claimsRoute,
  claim: claimRoute,
  reports: reportsRoute,
  report: reportRoute,
  actors: actorsRoute,
  actor: actorRoute,
  places: placesRoute,
  contradictions: contradictionsRoute,
  tolls: tollsRoute,
  losses: lossesRoute,
  series: seriesRoute,
  search: searchRoute,
  warnings: warningsRoute,
  formats: formatsRoute,
} as const satisfies Record<string, Pick<Route, 'id' | 'method' | 'path' | 'summary' | 'query' | 'params' | 'answer'>>;
export type RouteId = keyof typeof ROUTES;

/** What a route answers. */
export type Answer<Id extends RouteId> = z.infer<(typeof ROUTES)[Id]['answer']>;
