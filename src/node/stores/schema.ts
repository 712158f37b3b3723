/** One step from one shape of the tables to the next. Steps are only ever added; one that was released never changes. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

// `entry` is the ledger: everything else follows from it and can be made again. Statements keep to what SQLite and
// PostgreSQL share; days are ISO text, with `iso_week` and `month` beside them for counting.

const PLACE_COLUMNS = `
  place_id TEXT, place_name TEXT, lat DOUBLE PRECISION, lon DOUBLE PRECISION, radius_km DOUBLE PRECISION,
  place_precision INTEGER, country TEXT, admin1 TEXT`;
const DAY_COLUMNS = `
  day_start TEXT, day_end TEXT, day_precision INTEGER, iso_week TEXT, month TEXT`;

const ENTRIES = [
  `CREATE TABLE entry (
    seq BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, previous TEXT, format INTEGER NOT NULL, kind TEXT NOT NULL,
    body TEXT NOT NULL)`,
  `CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
  `CREATE TABLE decision (id TEXT PRIMARY KEY, seq BIGINT NOT NULL UNIQUE REFERENCES entry (seq))`,
];

const REPORTS = [
  `CREATE TABLE report (
    id TEXT PRIMARY KEY,
    seq BIGINT NOT NULL UNIQUE REFERENCES entry (seq),
    head_seq BIGINT NOT NULL REFERENCES entry (seq),
    published_at TEXT, iso_week TEXT, month TEXT, source_name TEXT, source_kind TEXT, source_country TEXT, url TEXT,
    language TEXT, headline TEXT, fingerprint TEXT NOT NULL, syndicated_from TEXT)`,
  `CREATE INDEX report_published ON report (published_at)`,
  `CREATE TABLE coding (
    report_id TEXT PRIMARY KEY REFERENCES report (id),
    seq BIGINT NOT NULL UNIQUE REFERENCES entry (seq),
    id TEXT NOT NULL, coder TEXT NOT NULL, claims INTEGER NOT NULL, problems INTEGER NOT NULL)`,
];

const CLAIMS = [
  `CREATE TABLE claim (
    report_id TEXT NOT NULL REFERENCES report (id), id TEXT NOT NULL, position INTEGER NOT NULL,
    kind TEXT NOT NULL, scope TEXT NOT NULL, act TEXT NOT NULL, certainty TEXT NOT NULL, polarity TEXT NOT NULL,
    claimant_kind TEXT NOT NULL, claimant_id TEXT, claimant_name TEXT NOT NULL, rule TEXT NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, quote TEXT NOT NULL,
    event_id TEXT, event_type TEXT, harm TEXT, side_id TEXT, side_name TEXT, status TEXT, unit TEXT,
    low BIGINT, best BIGINT, high BIGINT, qualifier TEXT, ${PLACE_COLUMNS}, ${DAY_COLUMNS},
    PRIMARY KEY (report_id, id))`,
  `CREATE INDEX claim_day ON claim (day_start)`,
  `CREATE INDEX claim_place ON claim (country, admin1, iso_week)`,
  `CREATE TABLE claim_actor (
    report_id TEXT NOT NULL, claim_id TEXT NOT NULL, role TEXT NOT NULL, actor_id TEXT, actor_name TEXT NOT NULL,
    FOREIGN KEY (report_id, claim_id) REFERENCES claim (report_id, id) ON DELETE CASCADE)`,
  `CREATE INDEX claim_actor_claim ON claim_actor (report_id, claim_id)`,
  `CREATE INDEX claim_actor_actor ON claim_actor (actor_id)`,
];

const INCIDENTS = [
  `CREATE TABLE incident (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, type TEXT NOT NULL, ${PLACE_COLUMNS}, ${DAY_COLUMNS},
    reports INTEGER NOT NULL, independent_sources INTEGER NOT NULL, contradictions INTEGER NOT NULL, body TEXT NOT NULL)`,
  `CREATE INDEX incident_day ON incident (day_start)`,
  `CREATE INDEX incident_place ON incident (country, admin1, iso_week)`,
  `CREATE TABLE incident_actor (
    incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    role TEXT NOT NULL, actor_id TEXT, actor_name TEXT NOT NULL)`,
  `CREATE INDEX incident_actor_incident ON incident_actor (incident_id)`,
  `CREATE INDEX incident_actor_actor ON incident_actor (actor_id)`,
  `CREATE TABLE incident_link (
    incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    report_id TEXT NOT NULL, event_id TEXT NOT NULL, score DOUBLE PRECISION NOT NULL)`,
  `CREATE INDEX incident_link_incident ON incident_link (incident_id)`,
  `CREATE INDEX incident_link_event ON incident_link (report_id, event_id)`,
  `CREATE TABLE toll (
    incident_id TEXT NOT NULL REFERENCES incident (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    harm TEXT NOT NULL, side_id TEXT, side_name TEXT, status TEXT NOT NULL, unit TEXT NOT NULL,
    low BIGINT, best BIGINT, high BIGINT, policy TEXT NOT NULL,
    PRIMARY KEY (incident_id, position))`,
];

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'entries, reports, claims and incidents',
    statements: [...ENTRIES, ...REPORTS, ...CLAIMS, ...INCIDENTS],
  },
  {
    version: 2,
    name: 'entries beside the reports',
    statements: [`CREATE INDEX entry_side ON entry (seq) WHERE kind IN ('decision', 'link', 'resources')`],
  },
];

/** Where the numbers of the steps that a ledger has taken are kept. */
export const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL)`;
