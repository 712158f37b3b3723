import { hashOf } from '../app/route.ts';
import type { DataSource } from '../data/data-source.ts';
import type { AnswerOf } from '../data/routes.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Failed, Loading, Zero } from '../parts/states.tsx';
import { Unknown } from '../parts/unknown.tsx';
import { ActorLosses } from './actor-losses.tsx';
import { ActorLink, ActorRelations } from './actor-relations.tsx';
import { kindInWords, monthInWords, monthsBetween, tieInWords } from './actor-words.ts';

/** One actor: names and dated ties, relations from claims, losses as it and as others tell them, incidents by month. */
export function ActorProfile({ source, actor }: { readonly source: DataSource; readonly actor: string }) {
  const answer = useAnswer(source, 'actor', { params: { id: actor } });
  const back = (
    <p>
      <a href={hashOf({ path: ['actors'] })}>All actors</a>
    </p>
  );
  if (answer.state !== 'ready') {
    return (
      <>
        {back}
        <h1 dir="auto">{actor}</h1>
        {answer.state === 'loading' ? (
          <Loading what="this actor" />
        ) : (
          <Failed problem={answer.problem} works="The list of actors still works." onRetry={answer.retry} />
        )}
      </>
    );
  }
  const profile = answer.value;
  return (
    <>
      {back}
      <h1 dir="auto">{profile.name}</h1>
      <Head profile={profile} />
      <h2>Ties that the register knows</h2>
      <Ties profile={profile} />
      <h2>Relations that reports tell of</h2>
      <ActorRelations profile={profile} />
      <h2>Losses, claimed and admitted</h2>
      <ActorLosses losses={profile.losses} />
      <h2>Incidents by month</h2>
      <Months months={profile.months} />
    </>
  );
}

interface PartProps {
  readonly profile: AnswerOf<'actor'>;
}

function Head({ profile }: PartProps) {
  const { id, name, kind, countryName, isRegistered, aliases, incidents, claims, said } = profile;
  return (
    <>
      <p>
        {kind === null ? <Unknown words="kind not known" /> : kindInWords(kind)}
        {countryName === null ? null : `, ${countryName}`}.{' '}
        {isRegistered
          ? 'Known from the register of actors.'
          : 'Not in the register: all there is, is the words of the reports.'}
      </p>
      {aliases.length === 0 ? null : (
        <p>
          Also called{' '}
          {[...new Set(aliases)].map((alias, i) => (
            <span key={alias}>
              {i === 0 ? '' : ', '}
              <bdi>{alias}</bdi>
            </span>
          ))}
          .
        </p>
      )}
      <p>
        <a href={hashOf({ path: [], query: { actor: id ?? name } })}>
          {incidents} {incidents === 1 ? 'incident' : 'incidents'}
        </a>{' '}
        in which it takes part;{' '}
        <a href={hashOf({ path: ['claims'], query: { actor: id ?? name } })}>
          {claims} {claims === 1 ? 'claim' : 'claims'}
        </a>{' '}
        about it;{' '}
        <a href={hashOf({ path: ['claims'], query: { claimant: name } })}>
          {said} {said === 1 ? 'claim' : 'claims'}
        </a>{' '}
        of its own.
      </p>
    </>
  );
}

function Ties({ profile: { affiliations, isRegistered } }: PartProps) {
  if (!isRegistered) return <Unknown words="The register does not know this actor." />;
  if (affiliations.length === 0) return <Unknown words="The register knows no tie of this actor." />;
  return (
    <ul>
      {affiliations.map(({ to, name, kind, from, until }) => (
        <li key={[to, kind, from].join('|')}>
          {kind.replaceAll('-', ' ')} <ActorLink actor={{ id: to, name }} />{' '}
          <span className="muted">({tieInWords({ from, until })})</span>
        </li>
      ))}
    </ul>
  );
}

function Months({ months }: Pick<PartProps['profile'], 'months'>) {
  const counts = new Map(months.flatMap(({ month, incidents }) => (month === null ? [] : [[month, incidents]])));
  const undated = months.find(({ month }) => month === null)?.incidents ?? 0;
  const top = Math.max(1, ...counts.values());
  if (counts.size === 0 && undated === 0) return <Zero what="incident in which this actor takes part" />;
  return (
    <>
      <ol className="months">
        {monthsBetween([...counts.keys()]).map(month => (
          <li key={month}>
            <span className="month">{monthInWords(month)}</span>
            <span
              className="month-bar"
              aria-hidden="true"
              style={{ width: `${(100 * (counts.get(month) ?? 0)) / top}%` }}
            />
            <span className="number">{counts.get(month) ?? <span className="muted">none told</span>}</span>
          </li>
        ))}
      </ol>
      {undated === 0 ? null : (
        <p className="muted">
          {undated} more {undated === 1 ? 'is' : 'are'} not known to lie in one month.
        </p>
      )}
    </>
  );
}
