import { bestSequence, type Transitions } from '../../src/core/language/syntax/network/best-sequence.ts';
import { padded } from '../../src/core/language/syntax/network/network-shape.ts';
import { type NameLabel, nameLabels, rooms } from '../name-corpora.ts';
import { forwardNames } from './forward.ts';
import { joined, type NetworkWord } from './network-trainer.ts';
import { batchesOf, type Lesson, networkSentence } from './training-data.ts';
import type { TrainingNetwork } from './training-network.ts';

/** How much less a proper noun looks like no name: the network knows other texts than these. */
const properNounBias = 1;
/** By how much a label must be better than the next best to be learnt from. */
const marginMin = 1;
const never = -1e9;

/**
 * Lessons whose names are not marked, with the names that the network in training finds in them where their tags leave
 * room for one. What it is not sure of stays unknown; what has no room is no name.
 */
export function withSilverNames(
  net: TrainingNetwork,
  lessons: readonly Lesson[],
  wordOf: (form: string) => NetworkWord,
  transitions: Transitions,
  batchWords: number,
): Lesson[] {
  const { floats } = net.space;
  const classes = net.shape.names;
  const columns = padded(classes);
  const result: Lesson[] = [];
  const sentences = lessons.map(lesson => networkSentence(lesson, lesson.forms, wordOf));
  for (const sentencesOfBatch of batchesOf(sentences, batchWords)) {
    const batch = joined(sentencesOfBatch);
    forwardNames(net, batch);
    sentencesOfBatch.forEach((_, s) => {
      const lesson = lessons[result.length];
      if (lesson.nameRoom === null) {
        result.push(lesson);
        return;
      }
      const [from, to] = [batch.bounds[s], batch.bounds[s + 1]];
      lesson.nameRoom.forEach((room, i) => {
        leaveRoom(floats, net.room.nameScores + (from + i) * columns, room);
      });
      const best = bestSequence({ floats, at: net.room.nameScores, columns, classes }, from, to, transitions);
      const names = best.map((label, i) => {
        if (lesson.nameRoom?.[i] === rooms.none) return 0;
        return margin(floats, net.room.nameScores + (from + i) * columns, classes, label) < marginMin ? -1 : label;
      });
      result.push({ ...lesson, names });
    });
  }
  return result;
}

/** Makes impossible what the room of a word does not allow. */
function leaveRoom(floats: Float32Array, at: number, room: number): void {
  nameLabels.forEach((label, c) => {
    if (!isAllowed(label, room)) floats[at + c] = never;
  });
  if (room === rooms.any) floats[at] -= properNounBias;
}

function isAllowed(label: NameLabel, room: number): boolean {
  if (label === 'O' || room === rooms.any) return true;
  return room === rooms.people ? label.endsWith('NORP') : room === rooms.inside && label.startsWith('I-');
}

function margin(floats: Float32Array, at: number, classes: number, label: number): number {
  let other = never;
  for (let c = 0; c < classes; c++) if (c !== label) other = Math.max(other, floats[at + c]);
  return floats[at + label] - other;
}
