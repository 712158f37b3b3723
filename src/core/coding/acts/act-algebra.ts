import type { Act, ActOperator } from './act-lexicon.ts';

/** What an operator makes of the act under it (codebook §14.5); null where nothing stands there that it could work on. */
export function madeBy(operator: ActOperator, inner: Act | null): Act | null {
  if (inner === null) return operator === 'op-must' || operator === 'op-order' ? 'request' : null;
  switch (operator) {
    case 'op-do':
    case 'op-say':
      return inner;
    case 'op-will':
      return FUTURE[inner] ?? inner;
    case 'op-stop':
      return STOPPED[inner] ?? inner;
    case 'op-not':
      return LEFT_UNDONE[inner] ?? 'reject';
    case 'op-must':
      return 'request';
    case 'op-order':
      return ORDERED.has(inner) ? inner : 'request';
  }
}

/** What is not yet done is offered where it is good for the other, and threatened where it is not. */
const FUTURE: Readonly<Partial<Record<Act, Act>>> = {
  consult: 'agree',
  support: 'agree',
  cooperate: 'agree',
  aid: 'agree',
  concede: 'agree',
  retreat: 'agree',
  protest: 'threaten',
  sanction: 'threaten',
  embargo: 'threaten',
  mobilize: 'threaten',
  coerce: 'threaten',
  assault: 'threaten',
};

/** Ending what helps another harms relations; ending what harms is giving way. */
const STOPPED: Readonly<Partial<Record<Act, Act>>> = {
  agree: 'reject',
  consult: 'sanction',
  support: 'sanction',
  cooperate: 'sanction',
  aid: 'sanction',
  protest: 'concede',
  sanction: 'concede',
  embargo: 'concede',
  coerce: 'concede',
  mobilize: 'retreat',
  assault: 'retreat',
  threaten: 'concede',
  request: 'concede',
  accuse: 'concede',
  retreat: 'assault',
};

/** What somebody does by ordering it: an arrest, an inquiry, a release. */
const ORDERED: ReadonlySet<Act> = new Set([
  'coerce',
  'embargo',
  'sanction',
  'mobilize',
  'assault',
  'accuse',
  'concede',
  'retreat',
]);

const LEFT_UNDONE: Readonly<Partial<Record<Act, Act>>> = {
  embargo: 'concede',
  sanction: 'concede',
};
