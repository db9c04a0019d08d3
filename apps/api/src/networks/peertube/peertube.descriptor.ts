import type { NetworkDescriptor } from '@portee/shared';
import { peertubeMeasures } from './peertube.measures.js';

const address = { name: 'address', kind: 'address', isRequired: true, example: 'peertube.example/c/centre_culturel' } as const;

/** Channels of any PeerTube server: public figures by address, unique viewers and watch time for whoever signs in as their owner. */
export const peertubeDescriptor: NetworkDescriptor = {
  network: 'peertube',
  label: 'PeerTube',
  icon: { lines: ['M4.8 2.6v7.4l5.8-3.7z', 'M4.8 10v7.4l5.8-3.7z', 'M10.6 6.3v7.4l5.8-3.7z'], fills: [] },
  channelKinds: ['account'],
  givesReach: true,
  finalAgeDays: 28,
  hasPaidPush: false,
  doors: ['api', 'portee-csv', 'hand'],
  collection: { everyHours: 24, remembersDays: null, ageStepsHours: [1, 6, 24, 72, 168, 336, 672], limitsSharedBy: 'host' },
  connect: {
    ways: [
      {
        way: 'sign-in',
        settings: [
          address,
          { name: 'username', kind: 'text', isRequired: true, example: 'centre' },
          { name: 'password', kind: 'password', isRequired: true, example: '' },
          { name: 'code', kind: 'text', isRequired: false, example: '123456' },
        ],
      },
      { way: 'find', settings: [address] },
    ],
    needsApplication: false,
    // Its tokens open all of an account: there is no permission for reading alone.
    permissions: [],
  },
  definitions: [...peertubeMeasures],
};
