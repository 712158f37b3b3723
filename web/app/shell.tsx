import { Component, type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { DataSource } from '../data/data-source.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { useLedgerChanges } from './ledger-change.ts';
import { LedgerLine } from './ledger-line.tsx';
import { hashOf, type Route } from './route.ts';
import { SiteLine } from './site-line.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { useRoute } from './use-route.ts';
import { VIEWS, type View, viewOf } from './view.ts';

/** The frame of every view: name, navigation, the state of the ledger, and the view itself. */
export function Shell({ source }: { readonly source: DataSource }) {
  const route = useRoute();
  const view = viewOf(route);
  const changes = useLedgerChanges();
  const main = useRef<HTMLElement>(null);
  useViewChange(view, route, main);
  return (
    <>
      <button className="skip" type="button" onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <header className="head">
        <a className="name" href={hashOf({ path: [] })}>
          casus
        </a>
        <Navigation current={view} />
        <ThemeChoice />
      </header>
      <section aria-label="The ledger">
        {source.site === null ? null : <SiteLine site={source.site} />}
        <LedgerLine key={changes} source={source} />
      </section>
      <main ref={main} tabIndex={-1}>
        {view === null ? (
          <NoSuchView />
        ) : (
          <Guard key={view.path}>
            <Suspense fallback={<Loading what="this view" />}>
              <view.View source={source} route={route} />
            </Suspense>
          </Guard>
        )}
      </main>
      <footer className="foot">
        <p>
          Every figure here is somebody’s claim, with the words it stands on. What no report states is “not stated”,
          never zero.
        </p>
      </footer>
    </>
  );
}

function Navigation({ current }: { readonly current: View | null }) {
  return (
    <nav aria-label="Views">
      <ul>
        {VIEWS.filter(({ isListed }) => isListed).map(({ path, title }) => (
          <li key={path}>
            <a href={hashOf({ path: [path] })} aria-current={current?.path === path ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NoSuchView() {
  return (
    <>
      <h1>There is no such page</h1>
      <p>
        The address names a view that casus does not have. <a href={hashOf({ path: [] })}>Go to the overview</a>.
      </p>
    </>
  );
}

/** Going to another view tells so: in the title of the window, and by moving the reader to the top of it. */
function useViewChange(view: View | null, { path }: Route, main: { readonly current: HTMLElement | null }): void {
  const place = path.join('/');
  const before = useRef(place);
  useEffect(() => {
    document.title = `${view?.title ?? 'No such page'} – casus`;
    if (before.current === place) return;
    before.current = place;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [view, place, main]);
}

/** Keeps a fault of one view from taking the page away: the navigation still works, and so does trying again. */
class Guard extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Failed
        problem={{ title: 'This view could not be shown', detail: error.message }}
        works="The other views still work."
        onRetry={() => window.location.reload()}
      />
    );
  }
}
