/** How the page looks: as the reader's system does, or as chosen. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'casus-theme';

/** What the reader chose here before; the system's where nothing is kept or the browser keeps nothing. */
export function storedTheme(): Theme {
  try {
    return THEMES.find(theme => theme === window.localStorage.getItem(KEY)) ?? 'system';
  } catch {
    // A browser that forbids storage still shows the page.
    return 'system';
  }
}

/** Shows a theme at once. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

/** Shows a theme and keeps it for the next visit, where the browser lets us. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  try {
    window.localStorage.setItem(KEY, theme);
  } catch {
    // It then holds for this visit.
  }
}
