import { type DragEvent, useId, useState } from 'react';
import type { ReportInput } from '../../src/core/ingest/index.ts';
import type { ShownProblem } from '../parts/problem.ts';
import { Failed } from '../parts/states.tsx';
import { ReadAddress } from './read-address.tsx';
import { type Articles, readFile } from './read-file.ts';

interface FormProps {
  readonly onRead: (input: ReportInput) => void;
  readonly isBusy: boolean;
  /** What finds the articles of pages; null where nothing does. */
  readonly articles: Articles | null;
}

interface Fields {
  readonly text: string;
  readonly headline: string;
  readonly publisher: string;
  readonly published: string;
}

const EMPTY: Fields = { text: '', headline: '', publisher: '', published: '' };

/** A text to be read, with what is known of it: typed or pasted, or taken from a file. */
export function ReadForm({ onRead, isBusy, articles }: FormProps) {
  const [fields, setFields] = useState(EMPTY);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const set = (some: Partial<Fields>) => setFields(before => ({ ...before, ...some }));
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readFile(file, articles);
    setProblem('problem' in read ? read.problem : null);
    if (!('problem' in read)) setFields({ ...EMPTY, ...read });
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <form
        className="read-form"
        onSubmit={event => {
          event.preventDefault();
          if (fields.text.trim() === '')
            setProblem({ title: 'There is no text yet', advice: 'Paste one, or choose a file.' });
          else {
            setProblem(null);
            onRead(inputOf(fields));
          }
        }}
      >
        <Given fields={fields} set={set} onDrop={drop} />
        <p className="read-actions">
          <button type="submit" className="main" disabled={isBusy}>
            Read it
          </button>
          <label className="file">
            {articles === null ? 'or a text file' : 'or a file, .txt or .html'}
            <input
              type="file"
              accept=".txt,.text,.md,.html,.htm,text/plain,text/html"
              onChange={event => {
                void take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
        </p>
        {problem === null ? null : <Failed problem={problem} works="The form is as it was." />}
      </form>
      {articles === null ? null : <ReadAddress onFound={found => setFields({ ...EMPTY, ...found })} />}
    </>
  );
}

function Given({
  fields: { text, headline, publisher, published },
  set,
  onDrop,
}: {
  readonly fields: Fields;
  readonly set: (some: Partial<Fields>) => void;
  readonly onDrop: (event: DragEvent) => void;
}) {
  const hint = useId();
  return (
    <>
      <label className="field">
        Text of the report
        <textarea
          rows={12}
          dir="auto"
          value={text}
          aria-describedby={hint}
          onChange={event => set({ text: event.target.value })}
          onDragOver={event => event.preventDefault()}
          onDrop={onDrop}
        />
      </label>
      <p id={hint} className="muted">
        Paste it, or drop a file here.
      </p>
      <div className="filters">
        <label>
          Headline, where the text has none
          <input dir="auto" value={headline} onChange={event => set({ headline: event.target.value })} />
        </label>
        <label>
          Publisher
          <input dir="auto" value={publisher} onChange={event => set({ publisher: event.target.value })} />
        </label>
        <label>
          Published on
          <input type="date" value={published} onChange={event => set({ published: event.target.value })} />
        </label>
      </div>
    </>
  );
}

/** What the reader of the form says wins over what the text says of itself; what is left empty is not known. */
function inputOf({ text, headline, publisher, published }: Fields): ReportInput {
  return {
    text,
    given: {
      ...(headline.trim() === '' ? {} : { headline: headline.trim() }),
      ...(publisher.trim() === '' ? {} : { source: { name: publisher.trim() } }),
      ...(published === '' ? {} : { publishedAt: published }),
    },
  };
}
