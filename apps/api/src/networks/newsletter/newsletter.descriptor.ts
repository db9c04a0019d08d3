import type { NetworkDescriptor } from '@portee/shared';
import { newsletterMeasures } from './newsletter.measures.js';

/** Mailing lists: the channel with a true denominator. Unique opens are its reach. */
export const newsletterDescriptor: NetworkDescriptor = {
  network: 'newsletter',
  label: 'Newsletter',
  icon: 'newsletter',
  channelKinds: ['list'],
  givesReach: true,
  finalAgeDays: 7,
  hasPaidPush: false,
  doors: ['portee-csv', 'hand'],
  definitions: [...newsletterMeasures],
};
