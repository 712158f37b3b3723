import type { ReactNode } from 'react';

/** What may be wider than the window, as a table: it scrolls by itself, with the keyboard too. */
export function Scrolling({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard (WCAG 2.1.1)
    <section className="scrolls" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
