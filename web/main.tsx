import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Shell } from './app/shell.tsx';
import { applyTheme, storedTheme } from './app/theme.ts';
import type { DataSource } from './data/data-source.ts';
import { httpSource } from './data/http-source.ts';
import { problemOf } from './data/source-error.ts';
import { Failed, Loading } from './parts/states.tsx';

/** Starts the page in an element: on the ledger of the server beside it, or on the record that was published with it. */
export async function start(element: HTMLElement): Promise<void> {
  applyTheme(storedTheme());
  const root = createRoot(element);
  root.render(
    <main>
      <h1>casus</h1>
      <Loading what="the record" />
    </main>,
  );
  try {
    const source = await sourceOf(new URL('.', document.baseURI));
    root.render(
      <StrictMode>
        <Shell source={source} />
      </StrictMode>,
    );
  } catch (thrown) {
    const again = () => window.location.reload();
    root.render(
      <main>
        <h1>casus</h1>
        <Failed problem={problemOf(thrown)} works="Nothing can be shown without it." onRetry={again} />
      </main>,
    );
  }
}

/** A published page says so in its head; its record and what answers from it are loaded only there. */
async function sourceOf(base: URL): Promise<DataSource> {
  if (document.querySelector('meta[name="casus-site"]') === null) return httpSource(base);
  return (await import('./data/record-source.ts')).recordSource(base);
}

const element = document.getElementById('page');
if (element !== null) void start(element);
