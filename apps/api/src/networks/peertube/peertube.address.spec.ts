import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from './peertube.address.js';

const channel = { host: 'peertube.example', name: 'centre', kind: 'channel' };
const handle = { ...channel, kind: 'any' };

describe('readAddress', () => {
  it.each([
    { typed: 'peertube.example/c/centre', expected: channel },
    { typed: ' https://peertube.example/c/centre/videos?s=1 ', expected: channel },
    { typed: 'http://PeerTube.example/video-channels/centre/', expected: channel }, // asked over https all the same
    { typed: '@centre@peertube.example', expected: handle },
    { typed: 'centre@peertube.example', expected: handle },
    { typed: 'https://peertube.example/@centre', expected: handle },
    { typed: 'peertube.example/a/centre/video-channels', expected: { ...channel, kind: 'account' } },
    { typed: 'https://elsewhere.example/c/centre@peertube.example', expected: channel }, // seen elsewhere, asked at home
    { typed: 'peertube.example:8443/c/centre', expected: { ...channel, host: 'peertube.example:8443' } },
    { typed: 'peertube.example', expected: { host: 'peertube.example', name: null, kind: 'any' } },
    { typed: 'https://name:word@peertube.example/c/centre', expected: channel }, // nothing secret is kept of an address
    { typed: '', expected: null },
    { typed: 'https://', expected: null },
    { typed: 'a b', expected: null },
  ])('reads "$typed"', ({ typed, expected }) => expect(readAddress(typed)).toEqual(expected));

  it('bears anything that is typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress()), (typed) => {
      const read = readAddress(typed);
      if (read !== null) expect(URL.parse(`https://${read.host}`)?.host).toBe(read.host);
    }));
  });
});
