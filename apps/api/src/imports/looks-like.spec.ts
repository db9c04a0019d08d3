import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { looksLike } from './looks-like.js';

it('bytes of chance are no table', () => {
  for (let file = 0; file < 20; file += 1) expect(looksLike(Buffer.concat([Buffer.from('x'), randomBytes(5_000)]))).toBe('binary');
});

it.each([
  ['French', Buffer.from('Date;Titre\n2026-01-01;Été à l’opéra\n'.repeat(50))],
  ['French of an old Windows', Buffer.from('Date;Titre\r\n2026-01-01;\u00e9t\u00e9\u0085\r\n'.repeat(50), 'latin1')],
  ['a text with a few control signs pasted in', Buffer.from(`Date;Titre\n${'2026-01-01;concert au foyer\n'.repeat(20)}\u0001\u0002\u000b\u001f`)],
  ['Cyrillic in two bytes a sign', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('дата,охват\n2026-01-01,5\n'.repeat(50), 'utf16le')])],
  ['two bytes a sign, without saying so', Buffer.from('Date,Reach\n2026-01-01,5\n'.repeat(50), 'utf16le')],
])('%s may be a table', (_what, bytes) => {
  expect(looksLike(bytes)).toBeNull();
});
