/// <reference types="vite/client" />
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMessage } from './compile-message.js';

const catalogues = import.meta.glob<Record<string, unknown>>(['./sentences/*.ts', './{fr,en,nl}.ts', '!**/*.spec.ts'], { eager: true });
const messages = [...new Set(Object.values(catalogues).flatMap((catalogue) => textsIn(catalogue)))];

/** Every text of a catalogue, however deep it stands. */
function textsIn(one: unknown): string[] {
  if (typeof one === 'string') return [one];
  return typeof one === 'object' && one !== null ? Object.values(one).flatMap(textsIn) : [];
}

const name = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,6}$/);
const plain = fc.stringMatching(/^[a-zé ,.’:«»0-9]{1,8}$/);
const { message } = fc.letrec<{ message: string; piece: string }>((tie) => ({
  message: fc.array(tie('piece'), { maxLength: 5 }).map((pieces) => pieces.join('')),
  piece: fc.oneof({ depthSize: 'small' }, plain, fc.constantFrom('#', "''", "l'eau", "'{'", "'{ a '' b }'", "'}'"), name.map((one) => `{${one}}`), name.map((one) => `{ ${one} }`),
    name.map((one) => `{${one}, number}`), name.map((one) => `{${one},number, percent }`),
    fc.tuple(name, fc.constantFrom('plural', 'selectordinal'), tie('message'), tie('message'), tie('message')).map(([one, kind, none, single, other]) => `{${one}, ${kind}, =0 {${none}} one {${single}}\n  other {${other}}}`),
    fc.tuple(name, name, tie('message'), tie('message')).map(([one, key, first, other]) => `{${one}, select, ${key} {${first}} other {${other}}}`)),
}));

describe('a compiled message', () => {
  it('is what Lingui makes of it, for every sentence that is shared', () => {
    expect(messages.length).toBeGreaterThan(1_000);
    for (const one of messages) expect(compileMessage(one)).toEqual(compileMessageOrThrow(one));
  });

  it('is what Lingui makes of it, for any message of the kinds that we write', () => {
    fc.assert(fc.property(message, (one) => { expect(compileMessage(one)).toEqual(compileMessageOrThrow(one)); }), { numRuns: 500 });
  });

  it('is the message itself where it cannot be read, whatever it holds', () => {
    for (const broken of ['{', '{}', 'a {b', '{b, plural, one {c}', '{b, plural, one}', '{b, select, other {{}}']) expect(compileMessage(broken)).toEqual([broken]);
    fc.assert(fc.property(fc.stringMatching(/^[{}#',=0a ]{0,20}$/), (one) => { expect(Array.isArray(compileMessage(one))).toBe(true); }));
  });
});
