import { readKept, writeKept } from '../api/kept.js';
import { places, settingsPlace, wordsPlace, type Place } from './places.js';

/** What one key, or g and a letter, does. */
export type SingleKey = { act: 'search' } | { act: 'help' } | { act: 'begin' } | { act: 'go'; place: Place };

/** @param isBegun  g was pressed just before */
export function singleKey(key: string, isBegun: boolean): SingleKey | null {
  if (isBegun) {
    const place = [...places, settingsPlace, wordsPlace].find(({ letter }) => letter === key.toLowerCase());
    return place === undefined ? null : { act: 'go', place };
  }
  if (key === '/') return { act: 'search' };
  if (key === '?') return { act: 'help' };
  return key === 'g' ? { act: 'begin' } : null;
}

/** Somebody who writes, or answers a dialog, means their keys for that. */
export function isBusyWithKeys(target: EventTarget | null): boolean {
  return document.querySelector('dialog[open]') !== null || (target instanceof Element && target.closest('input, select, textarea, [contenteditable]') !== null);
}

/** They can be switched off: dictation and unsteady hands press keys nobody meant (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return readKept('single-keys') !== 'off';
}

export function keepSingleKeys(isOn: boolean): void {
  writeKept('single-keys', isOn ? null : 'off');
}
