import type { NetworkDescriptor } from '@portee/shared';
import { facebookMeasures } from './facebook.measures.js';

/** Pages; groups by hand: since April 2024 no API gives a group's figures. */
export const facebookDescriptor: NetworkDescriptor = {
  network: 'facebook',
  label: 'Facebook',
  icon: 'facebook',
  channelKinds: ['page', 'group'],
  givesReach: true,
  finalAgeDays: 7,
  hasPaidPush: true,
  doors: ['file', 'portee-csv', 'hand'],
  definitions: [...facebookMeasures],
};
