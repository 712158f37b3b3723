import type { Names } from '../core/export/redact.ts';
import type { Doc } from '../core/language/doc.ts';
import type { PublicRecord, Report, Span } from '../core/model/index.ts';

/** Masks the names of private persons before anything is shown; the one place where commands do so. */
export interface Redactor {
  /** `onRead` is told how many reports were read for names. */
  record(record: PublicRecord, onRead?: (done: number) => void): PublicRecord;
  /**
   * Anything that is told of these reports. `each-word` also masks single words of names in whatever case, for what shows a
   * text word by word or in small letters.
   */
  told<T>(value: T, reports: readonly Report[], how?: 'whole' | 'each-word'): T;
  /** A document with the report, places and times that views of these print. */
  doc(doc: Doc): Doc;
}

const EVERYTHING_SHOWN: Redactor = { record: record => record, told: value => value, doc: doc => doc };

/** Loads the language models where names are to be masked, which takes reading every text again; else shows all. */
export async function openRedactor({ redact }: { readonly redact?: boolean }): Promise<Redactor> {
  if (redact !== true) return EVERYTHING_SHOWN;
  const [{ loadResources }, { analyze }, { privatePersons }, { namesIn, redactRecord, redactTold }] = await Promise.all(
    [
      import('./resources/load.ts'),
      import('../core/language/analyze.ts'),
      import('../core/language/names/private-persons.ts'),
      import('../core/export/redact.ts'),
    ],
  );
  const loaded: { resources?: ReturnType<typeof loadResources> } = {};
  const found = new Map<string, readonly Span[]>();
  const inDoc = ({ report, tokens, names, actors }: Doc): readonly Span[] => {
    const spans = privatePersons(tokens, names, actors);
    found.set(report.id, spans);
    return spans;
  };
  const spansOf = (report: Report): readonly Span[] => {
    const known = found.get(report.id);
    if (known !== undefined) return known;
    loaded.resources ??= loadResources();
    return inDoc(analyze(report, loaded.resources).value);
  };
  const namesOf = (report: Report): Names => namesIn(report, spansOf(report));
  return {
    record(record, onRead) {
      let done = 0;
      return redactRecord(record, report => {
        const spans = spansOf(report);
        done += 1;
        onRead?.(done);
        return spans;
      });
    },
    told: (value, reports, how) => redactTold(value, reports.map(namesOf), how),
    doc(doc) {
      const names = [namesIn(doc.report, inDoc(doc))];
      const { report, places, dates } = redactTold({ report: doc.report, places: doc.places, dates: doc.dates }, names);
      return { ...doc, report, places, dates };
    },
  };
}
