import { similarity } from '../ingest/fingerprint.ts';
import { type Coding, type Incident, type Outcome, type Problem, problem, type Report } from '../model/index.ts';
import { type Account, accountsOf } from './account.ts';
import type { WordRarity } from './account-words.ts';
import { actorDirectory } from './actor-directory.ts';
import { clusterProfiles } from './cluster.ts';
import { type Constraint, conflictProblem, settle } from './constraints.ts';
import { type Happening, happeningOf } from './happening.ts';
import { incidentOf } from './incident.ts';
import { type KnownIncident, keepIds } from './keep-ids.ts';
import { byText } from './order.ts';
import { profileOf } from './profile.ts';
import { joinRepetitions } from './repeated-events.ts';
import { ReportWords } from './report-words.ts';
import { daysApart, newsSpanOf, timeSpanOf } from './time-span.ts';
import { DEFAULT_POLICY, policyNamed } from './tolls/policy.ts';
import { voicesOf } from './voices.ts';
import { rarityByLength } from './word-rarity.ts';

/** Days beyond the time of news after which a happening is history. */
const HISTORY_DAYS = 25;

/** What reports and codings to reconcile; a report without a coding tells of no happening. */
export interface ReconcileInput {
  readonly reports: readonly Report[];
  readonly codings: readonly Coding[];
}

export interface ReconcileOptions {
  /** The toll policy by name; `ranges@1` where none is given. */
  readonly policy?: string;
  /** How rare words are in news; by their length where no table is given. */
  readonly rarity?: WordRarity;
  /** The incidents as they were: an incident that holds most of an earlier one's events keeps its id. */
  readonly previous?: readonly KnownIncident[];
  /** What was decided about events; an earlier constraint goes before a later one that cannot hold beside it. */
  readonly constraints?: readonly Constraint[];
}

/**
 * The incidents that reports tell: accounts of one happening linked, tolls as ranges, contradictions as data. The result
 * is a function of the set: the order of reports and codings makes no difference, not by a byte. Problems say which
 * tolls no account bounds, and which constraints could not hold.
 */
export function reconcile(input: ReconcileInput, options: ReconcileOptions = {}): Outcome<readonly Incident[]> {
  const { policy = DEFAULT_POLICY, rarity = rarityByLength, previous = [], constraints = [] } = options;
  policyNamed(policy);
  const words = new ReportWords(rarity);
  const { bounds, conflicts } = settle(constraints);
  const accounts = joinRepetitions(accountsOf(input.reports, input.codings), words, bounds);
  const clusters = clusterProfiles(
    accounts.map(account => profileOf(account, words)),
    words,
    bounds,
  );
  const known = actorDirectory(input.codings);
  const incidents: Incident[] = [];
  for (const cluster of clusters) {
    const members = cluster.members.map(({ account }) => account);
    const voices = voicesOf([...new Set(members.map(({ report }) => report))], similarity);
    const happening = happeningOf(members, voices, known);
    if (!isTold(happening) || isHistory(members)) continue;
    incidents.push(incidentOf(cluster, happening, new Set(voices.values()).size, policy));
  }
  const named = keepIds(incidents, previous);
  named.sort((a, b) => byText(a.when.start ?? '9999', b.when.start ?? '9999') || byText(a.id, b.id));
  return { value: named, problems: [...conflicts.map(conflictProblem), ...named.flatMap(openTolls)] };
}

/** A happening that is only denied, or said not to have been, is none (invariant 8). */
function isTold({ statements }: Happening): boolean {
  return statements.some(({ claim }) => {
    const isDeed = claim.kind === 'event' || claim.kind === 'casualty' || claim.kind === 'responsibility';
    return isDeed && claim.polarity === 'positive';
  });
}

/** What was long over when the first report of it came out is background, however a coder took it (RULES §17-18). */
function isHistory(accounts: readonly Account[]): boolean {
  return accounts.every(account => {
    const [time, bound] = [timeSpanOf(account), newsSpanOf(account)];
    return time !== null && bound !== null && daysApart(time, bound) > HISTORY_DAYS;
  });
}

function openTolls({ id, tolls }: Incident): readonly Problem[] {
  const open = tolls.filter(({ high }) => high === null);
  return open.map(({ harm, side }) => {
    const whose = side === null ? 'of people whose side is not said' : `of ${side.name}`;
    return problem('toll-open', null, `No account bounds ${harm} ${whose} in ${id} from above.`);
  });
}
