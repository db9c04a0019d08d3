import type { NetworkDescriptor } from '@portee/shared';
import { mastodonMeasures } from './mastodon.measures.js';

/** Mastodon and every server that speaks its language. */
export const mastodonDescriptor: NetworkDescriptor = {
  network: 'mastodon',
  label: 'Mastodon',
  icon: 'mastodon',
  channelKinds: ['account'],
  givesReach: false,
  finalAgeDays: 7,
  hasPaidPush: false,
  doors: ['portee-csv', 'hand'],
  definitions: [...mastodonMeasures],
};
