import type { RealCentre } from './bluesky-centre.js';

/**
 * Compares what Portée collects from a real AppView with what that AppView counts: `centre.expected`, by `centre.posts`.
 * Not there yet: it needs the engine that collects. @returns what differs, in sentences; null: nothing was compared
 */
export function compareWithCollection(_centre: RealCentre): Promise<string[] | null> {
  return Promise.resolve(null);
}
