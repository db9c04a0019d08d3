import type { NetworkDescriptor } from '@portee/shared';
import { instagramMeasures } from './instagram.measures.js';

/** Professional accounts. */
export const instagramDescriptor: NetworkDescriptor = {
  network: 'instagram',
  label: 'Instagram',
  icon: 'instagram',
  channelKinds: ['account'],
  givesReach: true,
  finalAgeDays: 7,
  hasPaidPush: true,
  doors: ['file', 'portee-csv', 'hand'],
  definitions: [...instagramMeasures],
};
