import { useState } from 'react';
import { chooseTheme, storedTheme, THEMES, type Theme } from './theme.ts';

const WORDS: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

/** Light, dark, or whatever the reader's system is set to. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(storedTheme);
  return (
    <label className="theme">
      <span>Appearance</span>
      <select
        value={theme}
        onChange={event => {
          const chosen = THEMES.find(one => one === event.target.value) ?? 'system';
          setTheme(chosen);
          chooseTheme(chosen);
        }}
      >
        {THEMES.map(one => (
          <option key={one} value={one}>
            {WORDS[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
