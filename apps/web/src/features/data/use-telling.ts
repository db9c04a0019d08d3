import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useTranslation } from '../../locales/translation.js';
import type { Telling } from './say-collection.js';

/** What sentences about a channel's collection need; times are told in the centre's zone. */
export function useTelling(network: string, now: Date): Telling {
  const translation = useTranslation();
  const { timeZone } = useCurrentOrganisation();
  return { now, timeZone, network, translation };
}
