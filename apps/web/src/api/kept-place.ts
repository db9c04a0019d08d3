import { readKept, writeKept } from './kept.js';

/** Where somebody signed in was last on this device; nothing once they have signed out. */
export function keptPlace(): string | null {
  return readKept('place');
}

export function keepPlace(slug: string | null): void {
  writeKept('place', slug);
}
