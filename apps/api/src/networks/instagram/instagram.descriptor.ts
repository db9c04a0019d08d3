import type { NetworkDescriptor } from '@portee/shared';
import { instagramPermissions } from './instagram.connect.js';
import { instagramMeasures } from './instagram.measures.js';

/** Professional accounts. */
export const instagramDescriptor: NetworkDescriptor = {
  network: 'instagram',
  label: 'Instagram',
  icon: { lines: ['M6.8 2.4h6.4a4.4 4.4 0 0 1 4.4 4.4v6.4a4.4 4.4 0 0 1-4.4 4.4H6.8a4.4 4.4 0 0 1-4.4-4.4V6.8a4.4 4.4 0 0 1 4.4-4.4z', 'M6.5 10a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0', 'M14.3 5.7v.1'], fills: [] },
  channelKinds: ['account'],
  givesReach: true,
  finalAgeDays: 7,
  hasPaidPush: true,
  doors: ['api', 'file', 'portee-csv', 'hand'],
  // Every six hours, and at 23 hours: a story's figures vanish with it after a day.
  collection: { everyHours: 6, remembersDays: 730, ageStepsHours: [1, 6, 23, 24, 72, 168, 336, 672], limitsSharedBy: 'application' },
  connect: {
    ways: [{ way: 'authorise', door: 'facebook', applicationOf: 'facebook', settings: [] }, { way: 'authorise', door: 'instagram', settings: [] }],
    needsApplication: true, permissions: instagramPermissions,
  },
  definitions: [...instagramMeasures],
};
