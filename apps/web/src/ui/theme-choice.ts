import { readKept } from '../api/kept.js';

/** What the person chose; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

export const prefersDark = matchMedia('(prefers-color-scheme: dark)');

export function chosenTheme(): ThemeChoice {
  const kept = readKept('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function themeToShow(): Theme {
  const choice = chosenTheme();
  if (choice !== 'system') return choice;
  return prefersDark.matches ? 'dark' : 'light';
}
