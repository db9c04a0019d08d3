import type { NetworkDescriptor } from '@portee/shared';
import { youtubeMeasures } from './youtube.measures.js';

/** Channels. People only by the file of YouTube Studio or Portée CSV. */
export const youtubeDescriptor: NetworkDescriptor = {
  network: 'youtube',
  label: 'YouTube',
  icon: 'youtube',
  channelKinds: ['account'],
  givesReach: true,
  finalAgeDays: 28,
  hasPaidPush: true,
  doors: ['portee-csv', 'hand'],
  definitions: [...youtubeMeasures],
};
