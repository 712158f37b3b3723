import { hashOf } from '../app/route.ts';
import type { AnswerOf } from '../data/routes.ts';
import { SaidWhere } from './said-where.tsx';

type Fear = Extract<AnswerOf<'warnings'>['items'][number], { kind: 'risk' }>;

/** One fear: who holds it, and of what. */
export function FearItem({ fear }: { readonly fear: Fear }) {
  const { holder, holderActor, content } = fear;
  return (
    <li className="warning">
      <p className="head-line">
        {holderActor === null ? (
          <bdi>{holder}</bdi>
        ) : (
          <a href={hashOf({ path: ['actors', holderActor.id ?? holderActor.name] })}>
            <bdi>{holder}</bdi>
          </a>
        )}{' '}
        {verbOf(fear)}:
      </p>
      <blockquote dir="auto">“{content.words}”</blockquote>
      <SaidWhere said={fear} />
    </li>
  );
}

function verbOf({ act, certainty, polarity }: Fear): string {
  if (polarity === 'negative') return 'does not fear';
  if (act === 'fear') return 'fears';
  return certainty === 'possible' ? 'thinks possible' : 'expects';
}
