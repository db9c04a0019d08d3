import type { NetworkDescriptor } from '@portee/shared';
import { blueskyMeasures } from './bluesky.measures.js';

/** Accounts of Bluesky, wherever their posts are kept: one AppView counts for all. */
export const blueskyDescriptor: NetworkDescriptor = {
  network: 'bluesky',
  label: 'Bluesky',
  icon: { lines: ['M10 9.2C8.6 6.5 5.8 4 3.9 3.2 2.6 2.7 2 3.2 2 4.6c0 .9.4 4.2.7 5 .7 2 2.6 2.6 4.5 2.3-2.6.4-4 1.8-2.2 4 2 2.4 3.9.5 5-2.4 1.1 2.9 3 4.8 5 2.4 1.8-2.2.4-3.6-2.2-4 1.9.3 3.8-.3 4.5-2.3.3-.8.7-4.1.7-5 0-1.4-.6-1.9-1.9-1.4C14.2 4 11.4 6.5 10 9.2z'], fills: [] },
  channelKinds: ['account'],
  givesReach: false,
  finalAgeDays: 7,
  hasPaidPush: false,
  doors: ['api', 'portee-csv', 'hand'],
  collection: { everyHours: 6, remembersDays: null, ageStepsHours: [1, 6, 24, 72, 168, 336, 672], limitsSharedBy: 'application' },
  connect: {
    ways: [{ way: 'find', settings: [{ name: 'handle', kind: 'text', isRequired: true, example: 'centre.bsky.social' }] }],
    needsApplication: false,
    permissions: [],
  },
  definitions: [...blueskyMeasures],
};
