import { z } from 'zod';

/**
 * Strict readers of the formats that casus exports, drawn from their public descriptions: column names in order, types,
 * and the values a field may have. They know nothing of the writers.
 */
const day = z.iso.date();
const whole = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);
const real = z
  .string()
  .regex(/^-?\d+(\.\d+)?(e-?\d+)?$/)
  .transform(Number);
const empty = z.literal('');
const text = z.string().min(1);

const ACLED_TYPES: Readonly<Record<string, readonly string[]>> = {
  Battles: ['Government regains territory', 'Non-state actor overtakes territory', 'Armed clash'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Excessive force against protesters', 'Protest with intervention', 'Peaceful protest'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
};
const INTER = [
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces',
];
const SCALE =
  /^(Local partner|New media|Other|Subnational|National|Regional|International)(-(Local partner|New media|Other|Subnational|National|Regional|International))*$/;

export const ACLED_COLUMNS =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'.split(
    ',',
  );

export const AcledRow = z
  .object({
    event_id_cnty: z.string().regex(/^[A-Z]{3}.+/),
    event_date: day,
    year: whole,
    time_precision: z.enum(['1', '2', '3']),
    disorder_type: z.string().regex(/^(Political violence|Demonstrations|Strategic developments)(; Demonstrations)?$/),
    event_type: z.enum(Object.keys(ACLED_TYPES)),
    sub_event_type: text,
    inter1: z.enum(INTER).or(empty),
    inter2: z.enum(INTER).or(empty),
    interaction: z.string(),
    civilian_targeting: z.enum(['Civilian targeting', '']),
    iso: whole.or(empty),
    country: z.string(),
    location: text,
    latitude: real,
    longitude: real,
    geo_precision: z.enum(['1', '2', '3']),
    source_scale: z.string().regex(SCALE).or(empty),
    notes: text,
    fatalities: whole.or(empty),
    timestamp: whole.or(empty),
  })
  .refine(row => ACLED_TYPES[row.event_type]?.includes(row.sub_event_type), {
    error: 'sub-event of another event type',
  })
  .refine(row => row.event_date.startsWith(String(row.year)), { error: 'year of another day' })
  .refine(row => row.interaction === '' || row.interaction.endsWith(' only') || /-/.test(row.interaction), {
    error: 'interaction',
  });

export const UCDP_COLUMNS =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'.split(
    ',',
  );

const count = whole.refine(number => number >= 0, { error: 'a negative count' });

/** A row of UCDP GED: the fields that its releases share, with the ranges of its codebook. */
export const UcdpRow = z
  .object({
    year: whole,
    type_of_violence: z.enum(['1', '2', '3']),
    dyad_name: text,
    side_a: text,
    side_b: text,
    number_of_sources: whole,
    where_prec: z.enum(['1', '2', '3', '4', '5', '6', '7']),
    where_coordinates: text,
    latitude: real,
    longitude: real,
    geom_wkt: z.string().regex(/^POINT \(-?\d+(\.\d+)? -?\d+(\.\d+)?\)$/),
    priogrid_gid: whole,
    country: z.string(),
    country_id: whole.or(empty),
    region: z.enum(['Africa', 'Americas', 'Asia', 'Europe', 'Middle East', '']),
    event_clarity: z.enum(['1', '2']),
    date_prec: z.enum(['1', '2', '3', '4', '5']),
    date_start: day,
    date_end: day,
    deaths_a: count,
    deaths_b: count,
    deaths_civilians: count,
    deaths_unknown: count,
    best: count,
    high: count,
    low: count,
  })
  .refine(row => row.best === row.deaths_a + row.deaths_b + row.deaths_civilians + row.deaths_unknown, {
    error: 'best is not the sum',
  })
  // A best of 0 beside higher bounds stands in GED where no death is attributed with certainty.
  .refine(row => row.low <= row.high && row.best <= row.high, { error: 'low, best, high out of order' })
  .refine(row => row.date_start <= row.date_end, { error: 'ends before it starts' })
  .refine(row => pointIsAt(row.geom_wkt, row.longitude, row.latitude), { error: 'point and coordinates differ' })
  .refine(
    row => row.priogrid_gid === Math.floor((row.latitude + 90) * 2) * 720 + Math.floor((row.longitude + 180) * 2) + 1,
    { error: 'another cell' },
  );

/** GED's own points are rounded otherwise than its coordinates here and there. */
function pointIsAt(wkt: string, lon: number, lat: number): boolean {
  const [east = 0, north = 0] = wkt.slice('POINT ('.length, -1).split(' ').map(Number);
  return Math.abs(east - lon) < 1e-4 && Math.abs(north - lat) < 1e-4;
}

export const POLECAT_COLUMNS =
  'Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version'.split(
    ', ',
  );

const SECTORS =
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO UNO EUR NGO ISM IMG MNC'.split(
    ' ',
  );
export const PLOVER_TYPES =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  );

export const PolecatRow = z.object({
  'Event ID': text,
  'Event Date': day,
  'Event Type': z.enum(PLOVER_TYPES),
  Intensity: real.or(empty),
  'Quad Code': z.enum(['VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT']),
  'Primary Actor Sector': z.enum(SECTORS).or(empty),
  'Primary Recipient Sector': z.enum(SECTORS).or(empty),
  Latitude: real.or(empty),
  Longitude: real.or(empty),
});

export const PloverRecord = z.object({
  id: text,
  has_event: z.boolean(),
  date: day,
  enddate: day,
  actor: z.array(
    z.object({ code: z.string().length(3).nullable(), sector: z.array(z.enum(SECTORS)), entity_text: text }),
  ),
  recipient: z.array(z.object({ sector: z.array(z.enum(SECTORS)), entity_text: text })),
  event_loc: z.array(
    z.object({ extracted_place: text, lat: z.number(), lon: z.number(), resolution: z.int().min(1).max(5) }),
  ),
  event_text: z.array(text),
  quad_code: z.int().min(1).max(4),
  category: z.enum(PLOVER_TYPES),
  coder: text,
});

const ring = z
  .array(z.tuple([z.number().min(-181).max(181), z.number().min(-90).max(90)]))
  .min(4)
  .refine(points => JSON.stringify(points[0]) === JSON.stringify(points.at(-1)), { error: 'an open ring' });

/** RFC 7946, and our own rule that no geometry is a point. */
export const GeoJson = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: text,
      geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }).nullable(),
      properties: z.looseObject({ incident_id: text, place: z.string().nullable() }),
    }),
  ),
});
