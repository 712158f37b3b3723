import { dayInWords } from '../../src/core/export/words.ts';
import { hashOf } from '../app/route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { Unknown } from '../parts/unknown.tsx';
import { expiryOf } from './expiry.ts';
import { SaidWhere } from './said-where.tsx';

type Threat = Extract<AnswerOf<'warnings'>['items'][number], { kind: 'warning' }>;

/** One threat: from whom to whom, on which condition, with which consequence, and until when it is told to hold. */
export function ThreatItem({ threat }: { readonly threat: Threat }) {
  const { holder, holderActor, addressee, condition, consequence, until, polarity } = threat;
  const expiry = expiryOf(until, new Date().toISOString().slice(0, 10));
  return (
    <li className="warning">
      <p className="head-line">
        <Who name={holder} actor={holderActor} /> {polarity === 'negative' ? 'says it does not threaten' : 'threatens'}{' '}
        {addressee === null ? (
          <Unknown words="addressee not stated" />
        ) : (
          <Who name={addressee.name} actor={addressee} />
        )}
      </p>
      <dl className="pairs">
        <dt>Condition</dt>
        <dd dir="auto">{condition === null ? <Unknown /> : `“${condition.words}”`}</dd>
        <dt>Consequence</dt>
        <dd dir="auto">{consequence === null ? <Unknown /> : `“${consequence.words}”`}</dd>
        <dt>Holds until</dt>
        <dd>
          {expiry.state === 'none-stated' ? (
            <Unknown words="no end stated" />
          ) : (
            `${dayInWords(expiry.day)}${expiry.state === 'over' ? ': this time is over' : ''}`
          )}
        </dd>
      </dl>
      <SaidWhere said={threat} />
    </li>
  );
}

function Who({
  name,
  actor,
}: {
  readonly name: string;
  readonly actor: { readonly id: string | null; readonly name: string } | null;
}) {
  if (actor === null) return <bdi>{name}</bdi>;
  return (
    <a href={hashOf({ path: ['actors', actor.id ?? actor.name] })}>
      <bdi>{name}</bdi>
    </a>
  );
}
