export { fingerprint, similarity } from './fingerprint.ts';
export { type FrontMatter, splitFrontMatter } from './front-matter.ts';
export { TEXT_LENGTH_MAX } from './normalize-text.ts';
export { readReport } from './read-report.ts';
export type { ReportInput, ReportMetadata, SourceInput } from './report-input.ts';
