// The thread in which a ledger in SQLite is worked on: its database makes whoever asks it wait.
import { parentPort, workerData } from 'node:worker_threads';
import type { Store } from '../../core/ledger/index.ts';
import { openSqliteHere } from './sqlite.ts';
import { type Answer, asFailure, type Question, type ThreadData } from './thread-messages.ts';

/** How many items of a list go in one message. */
const ITEMS = 200;

const port = parentPort;
if (port === null) throw new Error('this is the script of a worker thread');
const say = (answer: Answer) => port.postMessage(answer);
const lists = new Map<number, AsyncIterator<unknown>>();

async function answer(store: Store, question: Question): Promise<void> {
  if (question.kind === 'forget') {
    lists.delete(question.list);
    return;
  }
  const { id } = question;
  try {
    const value = question.kind === 'ask' ? await ask(store, question) : await next(store, question);
    say({ id, value });
  } catch (error) {
    say({ id, failure: asFailure(error) });
  }
}

function ask(store: Store, { method, values }: Extract<Question, { kind: 'ask' }>): Promise<unknown> {
  return Reflect.apply(store[method], store, values);
}

/** The next items of a list, which begins when it is first asked for; fewer than `ITEMS` are the last. */
async function next(store: Store, { list, method, values }: Extract<Question, { kind: 'next' }>) {
  const begun: AsyncIterable<unknown> | null = lists.has(list) ? null : Reflect.apply(store[method], store, values);
  const iterator = lists.get(list) ?? begun?.[Symbol.asyncIterator]();
  if (iterator === undefined) throw new RangeError(`there is no list ${list}`);
  lists.set(list, iterator);
  const items: unknown[] = [];
  while (items.length < ITEMS) {
    const { done, value } = await iterator.next();
    if (done === true) {
      lists.delete(list);
      return { items, isEnd: true };
    }
    items.push(value);
  }
  return { items, isEnd: false };
}

try {
  const { folder, options }: ThreadData = workerData;
  const store = await openSqliteHere(folder, options);
  port.on('message', (question: Question) => void answer(store, question));
  say({ id: 0, value: null });
} catch (error) {
  say({ id: 0, failure: asFailure(error) });
  port.close();
}
