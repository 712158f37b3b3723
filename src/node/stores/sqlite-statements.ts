/** How many rows are read at a time, so that a long list holds no transaction open. */
export const PAGE = 200;

const ENTRY = 'e.seq, e.id, e.previous, e.format, e.body';

/** Every query that the SQLite store asks, by what it is for. */
export const SQL = {
  head: 'SELECT seq, id FROM entry ORDER BY seq DESC LIMIT 1',
  entries: `SELECT ${ENTRY} FROM entry e WHERE e.seq > ? ORDER BY e.seq LIMIT ${PAGE}`,
  sideEntries: `SELECT ${ENTRY} FROM entry e WHERE e.kind IN ('decision', 'link', 'resources') ORDER BY e.seq`,
  isDecided: 'SELECT 1 FROM decision WHERE id = ?',
  hasReport: 'SELECT 1 FROM report WHERE id = ?',
  report: 'SELECT r.seq, r.head_seq FROM report r WHERE r.id = ?',
  reports: `SELECT r.seq, r.head_seq FROM report r WHERE r.seq > ? ORDER BY r.seq LIMIT ${PAGE}`,
  coding: 'SELECT c.seq FROM coding c WHERE c.report_id = ?',
  codings: `SELECT c.seq AS coding_seq, r.seq FROM report r JOIN coding c ON c.report_id = r.id
    WHERE r.seq > ? ORDER BY r.seq LIMIT ${PAGE}`,
  entry: `SELECT ${ENTRY} FROM entry e WHERE e.seq = ?`,
  moveHead: `UPDATE report SET head_seq = :head_seq, published_at = :published_at, iso_week = :iso_week, month = :month,
    source_name = :source_name, source_kind = :source_kind, source_country = :source_country, url = :url,
    language = :language, headline = :headline, fingerprint = :fingerprint, syndicated_from = :syndicated_from
    WHERE id = :id`,
  dropClaims: 'DELETE FROM claim WHERE report_id = ?',
  dropCoding: 'DELETE FROM coding WHERE report_id = ?',
  incidents: 'SELECT id, body FROM incident ORDER BY position',
  dropIncident: 'DELETE FROM incident WHERE id = ?',
  placeIncident: 'UPDATE incident SET position = ? WHERE id = ?',
  meta: 'SELECT value FROM meta WHERE name = ?',
  setMeta: 'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  size: `SELECT (SELECT coalesce(max(seq), 0) FROM entry) AS entries, (SELECT count(*) FROM report) AS reports,
    (SELECT coalesce(sum(claims), 0) FROM coding) AS claims, (SELECT count(*) FROM incident) AS incidents`,
} as const;
