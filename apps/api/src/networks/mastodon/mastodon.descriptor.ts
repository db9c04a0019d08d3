import type { NetworkDescriptor } from '@portee/shared';
import { mastodonPermissions } from './mastodon.connect.js';
import { mastodonMeasures } from './mastodon.measures.js';

/** Mastodon and every server that speaks its language. */
export const mastodonDescriptor: NetworkDescriptor = {
  network: 'mastodon',
  label: 'Mastodon',
  icon: { lines: ['M3 9.4C3 4.4 5 2.4 10 2.4s7 1.8 7 5.4c0 4.4-1.8 5.9-5.7 6-1.1 0-2.2-.1-3.1-.4.1 1.7 1.9 2.3 4.9 1.9-1.1 1.7-3 2.4-5.2 2.2C4.2 17.2 3 14.4 3 9.4z', 'M6.8 10.4V7.7c0-2.2 2.8-2.3 3.2-.3.4-2 3.2-1.9 3.2.3v2.7'], fills: [] },
  channelKinds: ['account'],
  givesReach: false,
  finalAgeDays: 7,
  hasPaidPush: false,
  doors: ['api', 'portee-csv', 'hand'],
  collection: { everyHours: 6, remembersDays: null, ageStepsHours: [1, 6, 24, 72, 168, 336, 672], limitsSharedBy: 'host' },
  connect: {
    ways: [
      { way: 'authorise', settings: [{ name: 'address', kind: 'address', isRequired: true, example: 'mastodon.example' }] },
      { way: 'find', settings: [{ name: 'handle', kind: 'text', isRequired: true, example: '@centre@mastodon.example' }] },
    ],
    needsApplication: false,
    permissions: [...mastodonPermissions],
  },
  definitions: [...mastodonMeasures],
};
