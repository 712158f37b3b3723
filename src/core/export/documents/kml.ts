import type { Incident, Place } from '../../model/index.ts';
import type { ExportContext } from '../export-context.ts';
import { incidentSentence } from '../incident-words.ts';
import { NOTICE, stampLine } from '../stamp.ts';
import { tollsInWords } from '../toll-words.ts';
import { uncertaintyRing } from '../uncertainty-shape.ts';
import { placePrecisionInWords } from '../words.ts';
import { element, escaped } from '../write/xml.ts';

/** Incidents as KML 2.2: an area for each resolved place; incidents without one stand in a folder of their own. */
export function kmlDocument(context: ExportContext): string {
  const { incidents } = context.record;
  const placed = incidents.flatMap(incident => incident.places.flatMap(place => placemark(incident, place) ?? []));
  const unplaced = incidents
    .filter(({ places }) => places.every(({ lat }) => lat === null))
    .map(incident => element('Placemark', {}, [...described(incident), timeSpan(incident)]));
  const style = element('Style', { id: 'area' }, [
    element('LineStyle', {}, [text('color', 'ff4a4a4a'), text('width', '1')]),
    element('PolyStyle', {}, [text('color', '664a4a4a')]),
  ]);
  const content = [
    text('name', 'Incidents'),
    text('description', `${stampLine(context.stamp)}. ${NOTICE}`),
    style,
    element('Folder', {}, [text('name', 'Incidents with a place'), ...placed]),
    element('Folder', {}, [text('name', 'Incidents whose place is not known'), ...unplaced]),
  ];
  const root = element('kml', { xmlns: 'http://www.opengis.net/kml/2.2' }, [element('Document', {}, content)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function placemark(incident: Incident, place: Place): string | null {
  const ring = uncertaintyRing(place);
  if (ring === null) return null;
  const coordinates = ring.map(([lon, lat]) => `${lon},${lat}`).join(' ');
  const shape = element('Polygon', {}, [
    element('outerBoundaryIs', {}, [element('LinearRing', {}, [text('coordinates', coordinates)])]),
  ]);
  const where = `${place.name}: ${placePrecisionInWords(place)}`;
  return element('Placemark', {}, [
    ...described(incident, where),
    timeSpan(incident),
    text('styleUrl', '#area'),
    shape,
  ]);
}

function described(incident: Incident, where = ''): readonly string[] {
  const tolls = tollsInWords(incident);
  const words = [where, tolls, `Independent sources: ${incident.independentSources}`, incident.id].filter(Boolean);
  return [text('name', incidentSentence(incident)), text('description', words.join('. '))];
}

function timeSpan({ when }: Incident): string {
  if (when.start === null || when.end === null) return '';
  return element('TimeSpan', {}, [text('begin', when.start), text('end', when.end)]);
}

function text(name: string, content: string): string {
  return element(name, {}, [escaped(content)]);
}
