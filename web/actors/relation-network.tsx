import { useMemo } from 'react';
import type { AnswerOf } from '../data/routes.ts';
import { Scrolling } from '../parts/scrolling.tsx';
import { relationInWords } from './actor-words.ts';
import { type Neighbour, networkOf } from './network-layout.ts';

interface NetworkProps {
  readonly profile: AnswerOf<'actor'>;
  /** The other actor whose relations are being shown. */
  readonly current: string | null;
  readonly onChoose: (key: string) => void;
}

/**
 * The relations of an actor as a picture. Lines have no colour of their own: none of them is good or bad. The list below
 * says the same to whoever cannot see or click it, which is why it is hidden from assistive technology; "it" is the actor
 * in the middle.
 */
export function RelationNetwork({ profile, current, onChoose }: NetworkProps) {
  const { width, height, centre, neighbours } = useMemo(() => networkOf(profile, profile.relations), [profile]);
  if (neighbours.length === 0) return null;
  return (
    <Scrolling label="Network of relations, as listed below">
      <svg className="network" aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {neighbours.map(one => (
          <Edge key={one.key} one={one} centre={centre} isCurrent={one.key === current} onChoose={onChoose} />
        ))}
        <circle cx={centre.x} cy={centre.y} r="7" className="node own" />
        <Label x={centre.x} y={centre.y - 14} anchor="middle" name={profile.name} className="own" />
      </svg>
    </Scrolling>
  );
}

function Edge({
  one,
  centre,
  isCurrent,
  onChoose,
}: {
  readonly one: Neighbour;
  readonly centre: { readonly x: number; readonly y: number };
  readonly isCurrent: boolean;
  readonly onChoose: (key: string) => void;
}) {
  const { key, name, relations, x, y, anchor } = one;
  const [dx, dy] = anchor === 'middle' ? [0, y < centre.y ? -26 : 22] : [anchor === 'start' ? 12 : -12, 0];
  const told = [...new Set(relations.map(relation => directed(relation, key)))].join('; ');
  const isPast = relations.every(({ valid }) => valid === 'past');
  const isDenied = relations.every(({ polarity }) => polarity === 'negative');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below has a button for the same
    <g className={isCurrent ? 'edge current' : 'edge'} onClick={() => onChoose(key)}>
      <line x1={centre.x} y1={centre.y} x2={x} y2={y} className="reach" />
      <line
        x1={centre.x}
        y1={centre.y}
        x2={x}
        y2={y}
        className={`line${isDenied ? ' denied' : isPast ? ' past' : ''}`}
        strokeWidth={Math.min(4, 1 + Math.log2(relations.flatMap(({ evidence }) => evidence).length))}
      />
      <circle cx={x} cy={y} r="5" className="node" />
      <Label x={x + dx} y={y + dy} anchor={anchor} name={name} />
      <text x={x + dx} y={y + dy + 14} textAnchor={anchor} className="told">
        {told.length > 40 ? `${told.slice(0, 38)} …` : told}
      </text>
    </g>
  );
}

/** Read from the name it stands under: "supports it", or "it supports this one". */
function directed(relation: Neighbour['relations'][number], key: string): string {
  const words = relationInWords(relation);
  return (relation.from.id ?? relation.from.name) === key ? `${words} it` : `it ${words} this one`;
}

function Label({
  x,
  y,
  anchor,
  name,
  className = '',
}: {
  readonly x: number;
  readonly y: number;
  readonly anchor: Neighbour['anchor'];
  readonly name: string;
  readonly className?: string;
}) {
  return (
    <text x={x} y={y} textAnchor={anchor} className={`name ${className}`}>
      {name.length > 34 ? `${name.slice(0, 32)} …` : name}
    </text>
  );
}
