import { useState } from 'react';
import { hashOf } from '../app/route.ts';
import { replaceQuery } from '../app/use-route.ts';
import type { ViewProps } from '../app/view.ts';
import type { AnswerOf } from '../data/routes.ts';
import { useAnswer } from '../data/use-answer.ts';
import { WordsField } from '../parts/filter-fields.tsx';
import { Scrolling } from '../parts/scrolling.tsx';
import { Failed, Loading, NoData, Zero } from '../parts/states.tsx';
import { Unknown } from '../parts/unknown.tsx';
import { kindInWords } from './actor-words.ts';

const PART = 100;

/** Everybody whom the reports name as taking part, to be found by name. */
export function ActorList({ source, route }: ViewProps) {
  const { text = '' } = route.query;
  const [shown, setShown] = useState(PART);
  const answer = useAnswer(source, 'actors', { query: { text, limit: String(Math.min(shown, 1_000)) } });
  const page = answer.state === 'ready' ? answer.value : answer.before;
  return (
    <>
      <h1>Actors</h1>
      <p>
        Whom the reports name as taking part, or as speaking of it. The order is that of the number of incidents that
        reports connect with a name: it says how much is told of an actor, and nothing else.
      </p>
      <search className="filters">
        <WordsField
          label="Words of the name"
          value={text}
          onChange={words => {
            setShown(PART);
            replaceQuery(route, { ...route.query, text: words });
          }}
        />
      </search>
      {answer.state === 'failed' ? (
        <Failed problem={answer.problem} works="The other views still work." onRetry={answer.retry} />
      ) : null}
      {page === null && answer.state === 'loading' ? <Loading what="the actors" /> : null}
      {page === null ? null : <Found page={page} text={text} onMore={() => setShown(shown + PART)} />}
    </>
  );
}

interface FoundProps {
  readonly page: AnswerOf<'actors'>;
  readonly text: string;
  readonly onMore: () => void;
}

function Found({ page: { items, next }, text, onMore }: FoundProps) {
  if (items.length === 0 && text === '') return <NoData what="actors" />;
  if (items.length === 0) return <Zero what="actor with these words in its name" />;
  return (
    <>
      <Scrolling label="Actors">
        <table>
          <caption className="spoken">Actors, with the number of incidents and claims that name them</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col">Country</th>
              <th scope="col">Incidents</th>
              <th scope="col">Claims</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, name, kind, countryName, incidents, claims }) => (
              <tr key={name}>
                <th scope="row">
                  <a href={hashOf({ path: ['actors', id ?? name] })} dir="auto">
                    {name}
                  </a>
                </th>
                <td>{kind === null ? <Unknown words="not in the register" /> : kindInWords(kind)}</td>
                <td>{countryName ?? <Unknown words="–" />}</td>
                <td className="number">{incidents}</td>
                <td className="number">{claims}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <p role="status">
        {next === null
          ? `${items.length} ${items.length === 1 ? 'actor' : 'actors'}`
          : `The first ${items.length} actors`}
      </p>
      {next === null || items.length >= 1_000 ? null : (
        <button type="button" onClick={onMore}>
          Show more
        </button>
      )}
      {next !== null && items.length >= 1_000 ? <p>There are more: narrow them down by words of the name.</p> : null}
    </>
  );
}
