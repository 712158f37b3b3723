import { useState } from 'react';
import { hashOf } from '../app/route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { Zero } from '../parts/states.tsx';
import { relationInWords, VALID_WORDS } from './actor-words.ts';
import { RelationNetwork } from './relation-network.tsx';

interface RelationsProps {
  readonly profile: AnswerOf<'actor'>;
}

/** How reports say that an actor stands to others: as a picture and as a list, each relation with the words for it. */
export function ActorRelations({ profile }: RelationsProps) {
  const { relations } = profile;
  const [current, setCurrent] = useState<string | null>(null);
  if (relations.length === 0) return <Zero what="relation of this actor to another" />;
  const choose = (key: string) => {
    setCurrent(key);
    document.getElementById(rowId(key))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <p className="muted">Drawn from what reports say, not from what casus finds true.</p>
      <div className="picture">
        <p className="muted">
          “It” is <bdi>{profile.name}</bdi>. A broken line: told as past; a dotted one: said not to be so; a thicker
          one: told more often.
        </p>
        <RelationNetwork profile={profile} current={current} onChoose={choose} />
      </div>
      <ul className="relations">
        {relations.map(relation => {
          const { from, to, type, valid, polarity, evidence } = relation;
          const other = isSame(from, profile) ? to : from;
          const key = other.id ?? other.name;
          return (
            <li
              key={[type, from.name, to.name, valid, polarity].join('|')}
              id={rowId(key)}
              className={key === current ? 'current' : undefined}
            >
              <ActorLink actor={from} /> {relationInWords(relation)} <ActorLink actor={to} />{' '}
              <span className="muted">({VALID_WORDS[valid]})</span>
              <ul>
                {evidence.map(({ claimId, claimant, quote, report }) => (
                  <li key={claimId}>
                    <bdi>{claimant}</bdi>, in <bdi>{report.publisher ?? 'a report without a publisher'}</bdi>:{' '}
                    <a className="quote" dir="auto" href={hashOf({ path: ['claims', claimId] })}>
                      “{quote}”
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </>
  );
}

type Named = { readonly id: string | null; readonly name: string };

export function ActorLink({ actor: { id, name } }: { readonly actor: Named }) {
  return (
    <a href={hashOf({ path: ['actors', id ?? name] })}>
      <bdi>{name}</bdi>
    </a>
  );
}

function isSame(a: Named, b: Named): boolean {
  return a.id !== null && b.id !== null ? a.id === b.id : a.name.toLowerCase() === b.name.toLowerCase();
}

function rowId(key: string): string {
  return `relation-${key}`;
}
