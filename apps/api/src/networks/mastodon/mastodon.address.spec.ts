import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMastodonAddress } from './mastodon.address.js';

describe('readMastodonAddress', () => {
  it.each([
    { typed: 'mastodon.example', address: 'https://mastodon.example', name: null },
    { typed: ' https://Mastodon.example/about ', address: 'https://mastodon.example', name: null },
    { typed: 'http://mastodon.example', address: 'https://mastodon.example', name: null },
    { typed: '@centre@mastodon.example', address: 'https://mastodon.example', name: 'centre' },
    { typed: 'centre@mastodon.example:8443', address: 'https://mastodon.example:8443', name: 'centre' },
    { typed: 'acct:centre@mastodon.example', address: 'https://mastodon.example', name: 'centre' },
    { typed: 'https://mastodon.example/@centre', address: 'https://mastodon.example', name: 'centre' },
    { typed: 'mastodon.example/@centre/115123456789', address: 'https://mastodon.example', name: 'centre' },
    { typed: 'https://mastodon.example/users/centre', address: 'https://mastodon.example', name: 'centre' },
    { typed: 'https://ailleurs.example/@centre@mastodon.example', address: 'https://mastodon.example', name: 'centre' },
    { typed: 'http://127.0.0.1:3000', address: 'http://127.0.0.1:3000', name: null }, // the guard refuses it, unless a test allows it
  ])('reads $typed', ({ typed, address, name }) => expect(readMastodonAddress(typed)).toEqual({ address, name }));

  it.each(['', '   ', 'deux mots', '@centre', 'https://', 'centre@a@b'])('makes nothing of "%s"', (typed) => expect(readMastodonAddress(typed)).toBeNull());

  it('never fails, and never leaves the host', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
      const found = readMastodonAddress(typed);
      if (found) expect(new URL(found.address).origin).toBe(found.address);
    }));
  });
});
