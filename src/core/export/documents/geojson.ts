import { totalDeaths } from '../../model/deaths.ts';
import type { Incident, Place } from '../../model/index.ts';
import { publishersOf } from '../event-row.ts';
import { type ExportContext, reportsOfIncident } from '../export-context.ts';
import { incidentSentence } from '../incident-words.ts';
import { NOTICE } from '../stamp.ts';
import { tollsInWords } from '../toll-words.ts';
import { uncertaintyRing } from '../uncertainty-shape.ts';
import { placePrecisionInWords } from '../words.ts';

/**
 * Incidents as GeoJSON (RFC 7946): one feature for each place of an incident, its geometry the area within which the place
 * may lie, never a point; a place that is not resolved has a null geometry and keeps its name.
 */
export function geojsonDocument(context: ExportContext): object {
  return {
    type: 'FeatureCollection',
    casus: context.stamp,
    notice: NOTICE,
    features: context.record.incidents.flatMap(incident =>
      (incident.places.length === 0 ? [null] : incident.places).map((place, i) => feature(incident, place, i, context)),
    ),
  };
}

function feature(incident: Incident, place: Place | null, index: number, context: ExportContext): object {
  const ring = place === null ? null : uncertaintyRing(place);
  return {
    type: 'Feature',
    id: index === 0 ? incident.id : `${incident.id}/${index + 1}`,
    geometry: ring === null ? null : { type: 'Polygon', coordinates: [ring] },
    properties: { ...incidentProperties(incident, context), ...placeProperties(place) },
  };
}

function incidentProperties(incident: Incident, context: ExportContext): object {
  const { id, type, when, independentSources, contradictions } = incident;
  const { low, high } = totalDeaths(incident.tolls);
  const reports = reportsOfIncident(incident, context);
  return {
    incident_id: id,
    summary: incidentSentence(incident),
    type,
    date_start: when.start,
    date_end: when.end,
    date_precision: when.precision,
    killed_low: low,
    killed_high: high,
    tolls: tollsInWords(incident) || null,
    contested: [...new Set(contradictions.map(({ field }) => field))],
    independent_sources: independentSources,
    sources: publishersOf(reports),
  };
}

function placeProperties(place: Place | null): object {
  if (place === null) return { place: null };
  return {
    place: place.name,
    country: place.country,
    admin1: place.admin1,
    latitude: place.lat,
    longitude: place.lon,
    radius_km: place.radiusKm,
    place_precision: place.precision,
    place_precision_words: placePrecisionInWords(place),
    place_why: place.why,
  };
}
