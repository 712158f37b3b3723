/**
 * The version of the tables. A ledger of an earlier one is brought to it when it is opened: its entries stay as they are,
 * and all other tables are made anew from them. Version 1 had no tables for entries beside the reports, 2 none to search,
 * 3 claims as they were coded, whatever reviewers had decided, 4 no deaths of an incident as one range.
 */
export const SCHEMA_VERSION = 5;

// `entry` is the ledger: everything else follows from it and can be made again. Statements keep to what SQLite and
// PostgreSQL share; days are ISO text, with `iso_week` and `month` beside them for counting. `dialect` adds the rest.

const PLACE_COLUMNS = `
  place_id TEXT, place_name TEXT, lat DOUBLE PRECISION, lon DOUBLE PRECISION, radius_km DOUBLE PRECISION,
  place_precision INTEGER, country TEXT, admin1 TEXT,
  x DOUBLE PRECISION, y DOUBLE PRECISION, z DOUBLE PRECISION`;
const DAY_COLUMNS = `
  day_start TEXT, day_end TEXT, day_key TEXT NOT NULL, day_precision INTEGER, iso_week TEXT, month TEXT,
  is_long INTEGER NOT NULL`;
const FIGURE_COLUMNS = `
  low BIGINT, best BIGINT, high BIGINT, figure_min BIGINT, figure_max BIGINT`;

/** The tables that are the ledger, and those that say what the file is. */
export const LEDGER_TABLES: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS entry (
    seq BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, previous TEXT, format INTEGER NOT NULL, kind TEXT NOT NULL,
    body TEXT NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS entry_side ON entry (seq) WHERE kind IN ('decision', 'link', 'resources')`,
  `CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
];

const REPORTS = [
  `CREATE TABLE decision (id TEXT PRIMARY KEY, seq BIGINT NOT NULL, withdraws TEXT)`,
  `CREATE UNIQUE INDEX decision_seq ON decision (seq)`,
  `CREATE INDEX decision_withdraws ON decision (withdraws) WHERE withdraws IS NOT NULL`,
  `CREATE TABLE decision_about (report_id TEXT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (report_id, seq))`,
  `CREATE INDEX decision_about_seq ON decision_about (seq)`,
  `CREATE TABLE report (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL, head_seq BIGINT NOT NULL,
    published_at TEXT, day_key TEXT NOT NULL, iso_week TEXT, month TEXT,
    source_name TEXT, source_folded TEXT NOT NULL, source_kind TEXT, source_country TEXT,
    url TEXT, language TEXT, headline TEXT, fingerprint TEXT NOT NULL, syndicated_from TEXT)`,
  `CREATE UNIQUE INDEX report_id ON report (id)`,
  `CREATE INDEX report_day ON report (day_key, seq)`,
  `CREATE TABLE coding (
    report_id TEXT PRIMARY KEY, seq BIGINT NOT NULL, id TEXT NOT NULL, coder TEXT NOT NULL,
    claims INTEGER NOT NULL, problems INTEGER NOT NULL)`,
];

const CLAIMS = [
  `CREATE TABLE claim (
    key INTEGER PRIMARY KEY, report_id TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
    kind TEXT NOT NULL, scope TEXT NOT NULL, act TEXT NOT NULL, certainty TEXT NOT NULL, polarity TEXT NOT NULL,
    claimant_kind TEXT NOT NULL, claimant_id TEXT, claimant_name TEXT NOT NULL, claimant_folded TEXT NOT NULL,
    rule TEXT NOT NULL, review TEXT NOT NULL, edited TEXT, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, quote TEXT NOT NULL,
    event_id TEXT, event_type TEXT, harm TEXT, side_id TEXT, side_name TEXT, status TEXT, unit TEXT,
    ${FIGURE_COLUMNS}, qualifier TEXT, ${PLACE_COLUMNS}, ${DAY_COLUMNS})`,
  `CREATE INDEX claim_report ON claim (report_id)`,
  `CREATE INDEX claim_id ON claim (id)`,
  `CREATE INDEX claim_event ON claim (event_id) WHERE event_id IS NOT NULL`,
  `CREATE INDEX claim_day ON claim (day_key, key)`,
  `CREATE INDEX claim_long ON claim (day_key, key) WHERE is_long = 1`,
  `CREATE INDEX claim_place ON claim (country, day_key, key)`,
  `CREATE INDEX claim_week ON claim (iso_week, country, admin1, day_start, day_end)`,
  `CREATE TABLE claim_actor (
    claim_key BIGINT NOT NULL, actor_key TEXT NOT NULL, actor_name TEXT NOT NULL, roles TEXT NOT NULL,
    day_key TEXT NOT NULL, is_long INTEGER NOT NULL)`,
  `CREATE INDEX claim_actor_claim ON claim_actor (claim_key, actor_key)`,
  `CREATE INDEX claim_actor_actor ON claim_actor (actor_key, day_key, is_long, claim_key)`,
  `CREATE TABLE actor (key TEXT NOT NULL, folded TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (key, folded))`,
];

const INCIDENTS = [
  `CREATE TABLE incident (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL,
    ${PLACE_COLUMNS}, ${DAY_COLUMNS},
    reports INTEGER NOT NULL, independent_sources INTEGER NOT NULL, contradictions INTEGER NOT NULL,
    deaths_low BIGINT, deaths_high BIGINT,
    body TEXT NOT NULL)`,
  `CREATE UNIQUE INDEX incident_id ON incident (id)`,
  `CREATE INDEX incident_day ON incident (day_key, id)`,
  `CREATE INDEX incident_long ON incident (day_key, id) WHERE is_long = 1`,
  `CREATE INDEX incident_place ON incident (country, day_key, id)`,
  `CREATE TABLE incident_actor (
    incident_key BIGINT NOT NULL, actor_key TEXT NOT NULL, actor_name TEXT NOT NULL, roles TEXT NOT NULL,
    day_key TEXT NOT NULL, is_long INTEGER NOT NULL)`,
  `CREATE INDEX incident_actor_incident ON incident_actor (incident_key, actor_key)`,
  `CREATE INDEX incident_actor_actor ON incident_actor (actor_key, day_key, is_long, incident_key)`,
  `CREATE TABLE incident_link (
    incident_key BIGINT NOT NULL, report_id TEXT NOT NULL, event_id TEXT NOT NULL, score DOUBLE PRECISION NOT NULL)`,
  `CREATE INDEX incident_link_incident ON incident_link (incident_key)`,
  `CREATE INDEX incident_link_report ON incident_link (report_id)`,
  `CREATE INDEX incident_link_event ON incident_link (event_id, report_id)`,
  `CREATE TABLE toll (
    incident_key BIGINT NOT NULL, position INTEGER NOT NULL, harm TEXT NOT NULL, side_id TEXT, side_name TEXT,
    status TEXT NOT NULL, unit TEXT NOT NULL, ${FIGURE_COLUMNS}, policy TEXT NOT NULL,
    PRIMARY KEY (incident_key, position))`,
  `CREATE TABLE contradiction (
    incident_key BIGINT NOT NULL, position INTEGER NOT NULL, field TEXT NOT NULL, gap BIGINT,
    PRIMARY KEY (incident_key, position))`,
];

/** Claims counted beforehand, by what is asked most. Empty text stands for what is not known. */
export const ROLLUPS = [
  { table: 'claims_by_week', period: 'week', by: ['week', 'country', 'admin1'] },
  { table: 'claims_by_month', period: 'month', by: ['month', 'country', 'kind', 'act', 'type'] },
  { table: 'claims_by_actor', period: 'month', by: ['month', 'actor'] },
] as const;

const ROLLUP_TABLES = ROLLUPS.map(
  ({ table, by }) =>
    `CREATE TABLE ${table} (
    ${by.map(name => `${name} TEXT NOT NULL`).join(', ')}, claims BIGINT NOT NULL, PRIMARY KEY (${by.join(', ')}))`,
);

/** The tables that follow from the entries. */
export const DERIVED_TABLES: readonly string[] = [...REPORTS, ...CLAIMS, ...INCIDENTS, ...ROLLUP_TABLES];

/** The names of all derived tables that any version had, each before those that it needs. */
export const DERIVED_NAMES: readonly string[] = [
  ...ROLLUPS.map(({ table }) => table),
  'claim_text',
  'claim_box',
  'report_text',
  'incident_box',
  'contradiction',
  'toll',
  'incident_link',
  'incident_actor',
  'incident',
  'claim_actor',
  'actor',
  'claim',
  'coding',
  'report',
  'decision_about',
  'decision',
];
