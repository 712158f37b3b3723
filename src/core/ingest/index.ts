export { fingerprint, similarity } from './fingerprint.ts';
export { type FrontMatter, splitFrontMatter } from './front-matter.ts';
export { TEXT_LENGTH_MAX } from './normalize-text.ts';
export { findDay, isDateLine, type WrittenDay } from './publication-date.ts';
export { hostOf, NO_PUBLISHERS, type PublisherRegister, readPublishers } from './publisher-register.ts';
export { type ReadOptions, readReport } from './read-report.ts';
export type { ReportInput, ReportMetadata, SourceInput } from './report-input.ts';
export { withAffiliation } from './with-affiliation.ts';
