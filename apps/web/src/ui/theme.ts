import { useSyncExternalStore } from 'react';
import { readKept, writeKept } from '../api/kept.js';

/** What the person chose; `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

const listeners = new Set<() => void>();
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
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
  return useSyncExternalStore(subscribe, chosen);
}

/** The look on screen now: charts are drawn with it. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current);
}

function chosen(): ThemeChoice {
  const kept = readKept('theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function current(): Theme {
  if (isPrinting) return 'light';
  const choice = chosen();
  if (choice !== 'system') return choice;
  return prefersDark.matches ? 'dark' : 'light';
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
