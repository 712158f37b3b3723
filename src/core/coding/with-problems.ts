import { contentId } from '../base/content-id.ts';
import type { Coding } from '../model/coding.ts';
import type { Problem } from '../model/problem.ts';

/** A coding with the difficulties met before it in front of its own, under the id that it then has. */
export function withProblems(coding: Coding, before: readonly Problem[]): Coding {
  if (before.length === 0) return coding;
  const { id: _id, ...content } = { ...coding, problems: [...before, ...coding.problems] };
  return { id: contentId('cod', content), ...content };
}
