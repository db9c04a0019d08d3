import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useOwnClock } from '../../api/own-clock.js';
import { useTranslation } from '../../locales/translation.js';
import type { Telling } from './say-collection.js';

/** What sentences about a channel's collection need; moments are told by the person's own clock. */
export function useTelling(network: string, now: Date): Telling {
  const translation = useTranslation();
  const { timeZone: centreZone } = useCurrentOrganisation();
  const { timeZone, city } = useOwnClock();
  return { now, timeZone, city, centreZone, network, translation };
}
