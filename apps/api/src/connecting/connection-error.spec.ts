import { problemSentences, speaker } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { NetworkError } from '../networks/core/network-error.js';
import { ConnectionError, toConnectionError } from './connection-error.js';

const now = new Date('2026-11-24T20:26:00Z'); // 21:26 in Brussels
const telling = { network: 'youtube', timeZone: 'Europe/Brussels', now };

describe('a network that asks to wait', () => {
  it.each([
    { retryAt: '2026-11-24T20:40:01Z', fr: 'Réessayez à partir de 21 h 41.', en: 'Try again from 21:41.', nl: 'Probeer opnieuw vanaf 21:41.' }, // 21:40 would be a second too early
    { retryAt: '2026-11-25T08:00:00Z', fr: 'Réessayez demain à partir de 9 h.', en: 'Try again tomorrow from 09:00.', nl: 'Probeer morgen opnieuw vanaf 09:00.' },
    { retryAt: '2026-11-26T08:00:00Z', fr: 'Réessayez à partir du 26 novembre, 9 h.', en: 'Try again from 26 November, 09:00.', nl: 'Probeer opnieuw vanaf 26 november, 09:00.' },
    { retryAt: null, fr: 'Réessayez à partir de 21 h 31.', en: 'Try again from 21:31.', nl: 'Probeer opnieuw vanaf 21:31.' }, // as workers wait where no instant is named
  ])('until $retryAt is told by the clock of the centre', ({ retryAt, ...said }) => {
    const error = new NetworkError('rate-limited', 'asked too fast', retryAt === null ? {} : { retryAt: new Date(retryAt) });
    for (const locale of ['fr', 'en', 'nl'] as const) {
      const told = toConnectionError(error, { ...telling, locale });
      if (!(told instanceof ConnectionError)) throw new Error('another error');
      const sentence = speaker(problemSentences, locale)(told.reason, told.values).replaceAll(/\s/g, ' ');
      expect(sentence).toMatch(/^YouTube (demande d’attendre|asks to wait|vraagt te wachten)/);
      expect(sentence).toContain(said[locale]);
    }
  });
});
