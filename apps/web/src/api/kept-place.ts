import { readKept, writeKept } from './kept.js';

/** Where somebody signed in was last on this device; nothing once they have signed out. */
export function keptPlace(): string | null {
  return readKept('place');
}

export function keepPlace(slug: string | null): void {
  writeKept('place', slug);
}

/** The organisation of an address, where whoever was here last saw it: a stranger's request for it would be refused for nothing. */
export function keptPlaceAt(pathname: string): string | null {
  const slug = /^\/o\/([a-z0-9-]+)(?:\/|$)/u.exec(pathname)?.[1] ?? null;
  return slug === keptPlace() ? slug : null;
}
