import type { NetworkDescriptor } from '@portee/shared';
import { facebookPermissions } from './facebook.connect.js';
import { facebookMeasures } from './facebook.measures.js';

/** Pages; groups by hand: since April 2024 no API gives a group's figures. */
export const facebookDescriptor: NetworkDescriptor = {
  network: 'facebook',
  label: 'Facebook',
  icon: { lines: ['M2.2 10a7.8 7.8 0 1 0 15.6 0a7.8 7.8 0 1 0-15.6 0', 'M12.8 6.2h-1c-1.2 0-1.8.7-1.8 1.8v9.4M7.6 10.6h4.6'], fills: [] },
  channelKinds: ['page', 'group'],
  givesReach: true,
  finalAgeDays: 7,
  hasPaidPush: true,
  doors: ['api', 'file', 'portee-csv', 'hand'],
  collection: { everyHours: 24, remembersDays: 730, ageStepsHours: [1, 6, 24, 72, 168, 336, 672], limitsSharedBy: 'application' },
  connect: { ways: [{ way: 'authorise', settings: [] }], needsApplication: true, permissions: facebookPermissions },
  definitions: [...facebookMeasures],
};
