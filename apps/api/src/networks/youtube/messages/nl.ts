import type { NetworkSentences } from '../../core/network-messages.js';

/** Dutch stands ready; until it is written, English is shown. */
export const nl: Partial<NetworkSentences> = {
  name: 'YouTube',
};
