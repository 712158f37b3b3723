import type { SourceFile } from './source-file.ts';

/**
 * One rule about the files of the repository. `bad` are files that must break it and `good` ones that must not, so that a
 * rule which has stopped looking is found out.
 */
export interface Rule {
  readonly name: string;
  /** Whether the rule speaks of this file. */
  readonly of: (path: string) => boolean;
  /** What is wrong with the file, each with the line; empty when all is well. */
  readonly check: (file: SourceFile) => readonly string[];
  readonly bad: readonly SourceFile[];
  readonly good: readonly SourceFile[];
}

/** All findings of a rule in some files, as `path: finding`. */
export function findings(rule: Rule, files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => rule.of(path))
    .flatMap(file => rule.check(file).map(finding => `${file.path}: ${finding}`));
}

/** A sample file for `bad` and `good`. */
export function sample(path: string, text: string): SourceFile {
  return { path, text };
}
