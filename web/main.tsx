import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Shell } from './app/shell.tsx';
import { applyTheme, storedTheme } from './app/theme.ts';
import { httpSource } from './data/http-source.ts';

/** Starts the page in an element, on the ledger that the server beside it serves. */
export function start(element: HTMLElement): void {
  applyTheme(storedTheme());
  createRoot(element).render(
    <StrictMode>
      <Shell source={httpSource(new URL('.', document.baseURI))} />
    </StrictMode>,
  );
}

const element = document.getElementById('page');
if (element !== null) start(element);
