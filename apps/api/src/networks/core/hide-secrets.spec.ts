import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, hideSecrets, secretsOf } from './hide-secrets.js';

const url = new URL('https://host.example/page?access_token=EAABquery&limit=100000&appsecret_proof=proof123');

describe('hideSecrets', () => {
  it('knows what was sent as a secret, by its name', () => {
    const secrets = secretsOf({ url, headers: { authorization: 'Bearer bearer-123', accept: 'application/json' }, form: { client_secret: 'secret-123', code: 'code-123', grant_type: 'authorization_code', password: 'abc' } });
    expect(secrets).toEqual(['bearer-123', 'secret-123', 'code-123', 'EAABquery', 'proof123']); // three letters are found in ordinary words
  });

  it.each([
    { text: 'no token bearer-123 here', hidden: 'no token … here' },
    { text: '{"access_token":"new","scope":"read"}', hidden: '{"access_token":"…","scope":"read"}' },
    { text: '{"access_token" : "cut in the middle', hidden: '{"access_token" : "…' },
    { text: '{"client_secret":"x","refreshJwt":"y"}', hidden: '{"client_secret":"…","refreshJwt":"…"}' },
    { text: '{"error":"invalid_token"}', hidden: '{"error":"invalid_token"}' },
  ])('hides the secrets of $text', ({ text, hidden }) => expect(hideSecrets(text, ['bearer-123'])).toBe(hidden));

  it('leaves no half of a secret where the beginning ends', () => {
    fc.assert(fc.property(fc.nat({ max: 320 }), (before) => {
      expect(beginningOf({ text: `${'x'.repeat(before)}bearer-123456789`, status: 400 }, ['bearer-123456789'])).not.toContain('bear');
    }));
  });
});
