import type { NetworkDescriptor } from '@portee/shared';
import { newsletterMeasures } from './newsletter.measures.js';

/** Mailing lists: the channel with a true denominator. Unique opens are its reach. */
export const newsletterDescriptor: NetworkDescriptor = {
  network: 'newsletter',
  label: 'Newsletter',
  icon: { lines: ['M4 4.2h12a2 2 0 0 1 2 2V14a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6.2a2 2 0 0 1 2-2z', 'm2.8 5.6 7.2 5.3 7.2-5.3'], fills: [] },
  channelKinds: ['list'],
  givesReach: true,
  finalAgeDays: 7,
  hasPaidPush: false,
  doors: ['portee-csv', 'hand'],
  collection: null,
  connect: null,
  definitions: [...newsletterMeasures],
};
