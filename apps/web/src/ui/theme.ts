import { useSyncExternalStore } from 'react';
import { writeKept } from '../api/kept.js';
import { chosenTheme, prefersDark, type Theme, type ThemeChoice, themeToShow } from './theme-choice.js';

const listeners = new Set<() => void>();
let isPrinting = false;

/** Follows the device's own changes, and prints on white. Called once, at start. */
export function watchTheme(): void {
  prefersDark.addEventListener('change', apply);
  addEventListener('beforeprint', () => { isPrinting = true; apply(); });
  addEventListener('afterprint', () => { isPrinting = false; apply(); });
  apply();
}

export function chooseTheme(choice: ThemeChoice): void {
  writeKept('theme', choice === 'system' ? null : choice);
  apply();
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, chosenTheme);
}

/** The look on screen now: charts are drawn with it. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current);
}

function current(): Theme {
  return isPrinting ? 'light' : themeToShow();
}

function apply(): void {
  document.documentElement.dataset['theme'] = current();
  colourFrame();
  for (const listener of listeners) listener();
}

/** What surrounds the page of an installed Portée has the page's own ground, whatever the device prefers. */
function colourFrame(): void {
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  if (ground !== '') for (const told of document.querySelectorAll('meta[name=theme-color]')) told.setAttribute('content', ground);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
