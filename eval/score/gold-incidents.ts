import { distanceKm } from '../../src/core/base/distance.ts';
import type { GoldFolder, GoldIncident } from '../gold/gold-set.ts';
import { alignClaims, type ClaimPair } from './claim-alignment.ts';
import { GoldNames } from './gold-names.ts';
import type { FolderPrediction, PredictedIncident } from './gold-prediction.ts';
import { pairUp } from './pair-up.ts';
import { scoreClustering } from './report-clustering.ts';

export interface IncidentScores {
  readonly pairwise_f1: number;
  readonly b3_f1: number;
  readonly contradiction_p: number;
  readonly contradiction_r: number;
  readonly toll_acc: number;
  /** Incidents in folders that have none. */
  readonly invented_incidents: number;
}

/** What differs from the gold, for people who tune. */
export interface IncidentFault {
  readonly folder: string;
  readonly what: string;
  readonly detail: string;
}

interface Tally {
  tolls: number;
  tollsRight: number;
  contradictions: number;
  contradictionsMine: number;
  contradictionsFound: number;
  invented: number;
  readonly goldMentions: Map<string, Set<string>>;
  readonly myMentions: Map<string, Set<string>>;
  readonly faults: IncidentFault[];
}

/** Scores predicted incidents as `../shared/gold-dev/score.py` does: the same alignment, the same counts. */
export function scoreIncidents(
  folders: readonly GoldFolder[],
  predictions: ReadonlyMap<string, FolderPrediction>,
): { readonly scores: IncidentScores; readonly faults: readonly IncidentFault[] } {
  const names = new GoldNames(folders);
  const tally: Tally = {
    tolls: 0,
    tollsRight: 0,
    contradictions: 0,
    contradictionsMine: 0,
    contradictionsFound: 0,
    invented: 0,
    goldMentions: new Map(),
    myMentions: new Map(),
    faults: [],
  };
  for (const gold of folders) {
    scoreFolder(
      gold,
      predictions.get(gold.folder) ?? { folder: gold.folder, reports: [], incidents: [] },
      names,
      tally,
    );
  }
  const { pairwise, b3 } = scoreClustering(tally.goldMentions, tally.myMentions);
  const scores = {
    pairwise_f1: pairwise,
    b3_f1: b3,
    contradiction_p: share(tally.contradictionsFound, tally.contradictionsMine),
    contradiction_r: share(tally.contradictionsFound, tally.contradictions),
    toll_acc: share(tally.tollsRight, tally.tolls),
    invented_incidents: tally.invented,
  };
  return { scores, faults: tally.faults };
}

function scoreFolder(gold: GoldFolder, mine: FolderPrediction, names: GoldNames, tally: Tally): void {
  const { folder } = gold;
  const fault = (what: string, detail: string) => tally.faults.push({ folder, what, detail });
  for (const { id } of gold.incidents) {
    for (const file of filesOf(id, gold)) mention(tally.goldMentions, `${folder} ${file}`, `${folder}/${id}`);
  }
  for (const { key, reports } of mine.incidents) {
    for (const file of reports) mention(tally.myMentions, `${folder} ${file}`, key);
  }
  if (gold.incidents.length === 0) {
    tally.invented += mine.incidents.length;
    for (const { key, reports } of mine.incidents) fault('invented incident', `${key} in ${reports.join(', ')}`);
  }
  tally.tolls += gold.incidents.reduce((sum, { tolls }) => sum + tolls.length, 0);
  tally.contradictions += gold.incidents.reduce((sum, { contradictions }) => sum + contradictions.length, 0);
  tally.contradictionsMine += mine.incidents.reduce((sum, { contradictions }) => sum + contradictions.length, 0);
  const aligned = alignFolder(gold, mine, names);
  const pairs = pairUp(gold.incidents, mine.incidents, (a, b) => likeness(a, b, gold, aligned));
  const found = new Set<unknown>(pairs.flat());
  for (const incident of gold.incidents) if (!found.has(incident)) fault('incident not found', incident.id);
  for (const incident of mine.incidents) if (!found.has(incident)) fault('incident too many', incident.key);
  const toGold = new Map(aligned.map(([file, [a, b]]) => [`${stem(file)}#${b.id}`, `${stem(file)}#${a.claim.id}`]));
  for (const [a, b] of pairs) {
    scoreTolls(a, b, folder, names, tally, fault);
    scoreContradictions(a, b, folder, names, toGold, tally, fault);
  }
}

function alignFolder(
  gold: GoldFolder,
  mine: FolderPrediction,
  names: GoldNames,
): readonly (readonly [string, ClaimPair])[] {
  return gold.reports.flatMap(report => {
    const claims = mine.reports.filter(({ file }) => file === report.file).flatMap(other => other.claims);
    const pairs = alignClaims(gold.folder, report, gold.texts.get(report.file) ?? '', claims, names);
    return pairs.map(pair => [report.file, pair] as const);
  });
}

/** Shared claims, shared reports, and a little for the same days and place; 0 without any claim or report in common. */
function likeness(
  a: GoldIncident,
  b: PredictedIncident,
  gold: GoldFolder,
  aligned: readonly (readonly [string, ClaimPair])[],
): number {
  const claims = aligned.filter(([, [x, y]]) => x.claim.incident === a.id && y.incident === b.key).length;
  const files = filesOf(a.id, gold);
  const others = new Set(b.reports);
  const common = files.filter(file => others.has(file)).length;
  if (claims === 0 && common === 0) return 0;
  const union = new Set([...files, ...others]).size;
  return claims + common / union + 0.25 * Number(sameDays(a, b)) + 0.25 * Number(isNear(a, b));
}

function sameDays({ when }: GoldIncident, { when: { start, end } }: PredictedIncident): boolean {
  return start !== null && start <= when.end && when.start <= (end ?? start);
}

function isNear({ place }: GoldIncident, { place: other }: PredictedIncident): boolean {
  return other !== null && distanceKm(place.lat, place.lon, other.lat, other.lon) <= place.toleranceKm;
}

function scoreTolls(
  a: GoldIncident,
  b: PredictedIncident,
  folder: string,
  names: GoldNames,
  tally: Tally,
  fault: (what: string, detail: string) => void,
): void {
  const pairs = pairUp(a.tolls, b.tolls, (x, y) => {
    const same = x.harm === y.harm && x.status === y.status && (x.unit ?? null) === y.unit;
    return same && names.isSame(folder, x.side, y.side) ? 1 + Number(x.low === y.low && x.high === y.high) : 0;
  });
  const found = new Map(pairs);
  for (const toll of a.tolls) {
    const mine = found.get(toll);
    const isRight = mine !== undefined && mine.low === toll.low && mine.high === toll.high;
    tally.tollsRight += Number(isRight);
    const row = `${a.id} ${toll.harm} of ${toll.side} (${toll.status}) ${toll.low}..${toll.high}`;
    if (!isRight) fault('toll', `${row}, mine ${mine === undefined ? 'none' : `${mine.low}..${mine.high}`}`);
  }
}

function scoreContradictions(
  a: GoldIncident,
  b: PredictedIncident,
  folder: string,
  names: GoldNames,
  toGold: ReadonlyMap<string, string>,
  tally: Tally,
  fault: (what: string, detail: string) => void,
): void {
  const sharedClaims = (x: readonly string[], y: readonly string[]) => {
    const mine = new Set(y.map(ref => toGold.get(ref)));
    return x.filter(ref => mine.has(ref)).length;
  };
  const pairs = pairUp(a.contradictions, b.contradictions, (x, y) => {
    const same = fieldKey(x.field, folder, names) === fieldKey(y.field, folder, names);
    return same ? 1 + sharedClaims(x.claims, y.claims) : 0;
  });
  tally.contradictionsFound += pairs.length;
  const found = new Set<unknown>(pairs.flat());
  for (const item of a.contradictions) if (!found.has(item)) fault('contradiction missed', `${a.id} ${item.field}`);
  for (const item of b.contradictions) if (!found.has(item)) fault('contradiction too many', `${a.id} ${item.field}`);
}

/** A field under one key whatever the form and order of the sides' names. */
function fieldKey(field: string, folder: string, names: GoldNames): string {
  const match = /^(\S+) of (.+)$/.exec(field);
  if (match === null) return field.toLowerCase();
  const sides = (match[2] ?? '').split(' + ').map(side => [...names.of(folder, side)].sort().join('|'));
  return `${match[1]} of ${sides.sort().join(' + ')}`;
}

function filesOf(incident: string, { reports }: GoldFolder): readonly string[] {
  return reports.filter(({ incidents }) => incidents.includes(incident)).map(({ file }) => file);
}

function mention(mentions: Map<string, Set<string>>, report: string, key: string): void {
  const keys = mentions.get(report) ?? new Set();
  keys.add(key);
  mentions.set(report, keys);
}

function stem(file: string): string {
  return file.replace(/\.txt$/, '');
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
