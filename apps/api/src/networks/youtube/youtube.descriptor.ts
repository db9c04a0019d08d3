import type { NetworkDescriptor } from '@portee/shared';
import { READ_SCOPE, REPORTS_SCOPE } from './youtube.connect.js';
import { REMEMBERED_DAYS } from './youtube.connector.js';
import { youtubeMeasures } from './youtube.measures.js';

/** Channels. Views by the API; people only by the file of YouTube Studio or Portée CSV. */
export const youtubeDescriptor: NetworkDescriptor = {
  network: 'youtube',
  label: 'YouTube',
  icon: { lines: ['M5.4 4.2h9.2A3.4 3.4 0 0 1 18 7.6v4.8a3.4 3.4 0 0 1-3.4 3.4H5.4A3.4 3.4 0 0 1 2 12.4V7.6a3.4 3.4 0 0 1 3.4-3.4z'], fills: ['m8.4 7.6 4 2.4-4 2.4z'] },
  channelKinds: ['account'],
  givesReach: true,
  finalAgeDays: 28,
  hasPaidPush: true,
  doors: ['api', 'portee-csv', 'hand'],
  collection: { everyHours: 24, remembersDays: REMEMBERED_DAYS, ageStepsHours: [1, 6, 24, 72, 168, 336, 672], limitsSharedBy: 'application' },
  connect: {
    ways: [{ way: 'authorise', accountAt: 'Google', settings: [] }],
    needsApplication: true,
    permissions: [{ name: READ_SCOPE, isOptional: false }, { name: REPORTS_SCOPE, isOptional: true }],
  },
  definitions: [...youtubeMeasures],
};
