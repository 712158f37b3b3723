import { useEffect, useRef } from 'react';
import type { ViewProps } from '../app/view.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { findArticle } from './find-article.ts';
import { ReadForm } from './read-form.tsx';
import { ReadResult } from './read-result.tsx';
import { type Reading, useReader } from './use-reader.ts';

/** A report read in the browser: given, coded, explained field by field, and then added to the ledger. */
export function ReadView({ source }: ViewProps) {
  const { reading, read, stop } = useReader();
  const head = useRef<HTMLHeadingElement>(null);
  const isRead = reading.state === 'read';
  useEffect(() => {
    if (isRead) head.current?.focus();
  }, [isRead]);
  if (source.site?.hasReader === false) return <WithoutReader />;
  return (
    <>
      <h1>Read a report</h1>
      <p>
        The text is read in this browser by the same rules and models as on the command line, and is sent nowhere. The
        first time, the models are loaded: 25 MB, which the browser keeps.
      </p>
      <ReadForm
        onRead={read}
        articles={source.site === null ? findArticle : null}
        isBusy={reading.state === 'loading' || reading.state === 'reading'}
      />
      <Progress reading={reading} onStop={stop} />
      {reading.state === 'failed' ? (
        <Failed problem={reading.problem} works="Your text is still in the form, and the other views still work." />
      ) : null}
      {reading.state === 'read' ? (
        <>
          <h2 ref={head} tabIndex={-1}>
            What the report says
          </h2>
          <ReadResult answer={reading.answer} input={reading.input} source={source} />
        </>
      ) : null}
    </>
  );
}

function Progress({ reading, onStop }: { readonly reading: Reading; readonly onStop: () => void }) {
  if (reading.state !== 'loading' && reading.state !== 'reading') return null;
  const loaded = reading.state === 'loading' ? reading.loaded : null;
  return (
    <div className="reading">
      {reading.state === 'reading' ? (
        <Loading what="and reading the text" />
      ) : (
        <label>
          Loading the models
          {loaded === null ? ' …' : `: ${inMegabytes(loaded.bytes)} of ${inMegabytes(loaded.total)} MB`}
          <progress value={loaded?.bytes} max={loaded?.total ?? 1} />
        </label>
      )}
      <button type="button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}

function WithoutReader() {
  return (
    <>
      <h1>Read a report</h1>
      <p>
        This site was published without the models that reading takes. <code>casus read FILE</code> does the same on
        your own machine.
      </p>
    </>
  );
}

function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
