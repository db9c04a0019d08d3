import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidePeople } from './hide-people.js';

describe('hidePeople', () => {
  it.each([
    { text: '{"id":"10158","from":{"name":"Odalric"},"likes":7,"isBot":false}', kept: '{"id":"…","from":{"name":"…"},"likes":7,"isBot":false}' },
    { text: '[{"text" : "elle a dit \\"oui\\"","user":1015800000000}]', kept: '[{"text" : "…","user":…}]' },
    { text: '{"comments":[{"message":"Odalric était l', kept: '{"comments":[{"message":"…"' },
    { text: '{"comments":[{"message":"cut in a sign \\', kept: '{"comments":[{"message":"…"' },
    { text: '{Odalric: Tinnevelt}', kept: '{…: …}' },
    { text: 'null', kept: 'null' },
    { text: '2 personnes, dont Odalric', kept: '…' },
    { text: '<!doctype html><title>Maintenance</title><p>Odalric</p>', kept: '<title>Maintenance</title>' },
    { text: '<p>Odalric', kept: '<…>' },
  ])('keeps of $text what says how it is made', ({ text, kept }) => expect(hidePeople(text, 200)).toBe(kept));

  it.each([
    { text: '{"error":{"message":"(#100) No such metric","code":100,"user":"Odalric"}}', kept: '{"error":{"message":"(#100) No such metric","code":100,"user":"…"}}' },
    { text: '{"message":"refused","data":["Odalric"]}', kept: '{"message":"refused","data":["…"]}' },
    { text: 'error code: 1015', kept: 'error code: 1015' },
  ])('keeps the words of the refusal $text', ({ text, kept }) => expect(hidePeople(text, 400)).toBe(kept));

  it('lets no value through, wherever the answer is cut', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\n', '{', ':', ',')).map((around) => `${around}Odalric${around}`);
    const json = fc.letrec((tie) => ({ node: fc.oneof({ maxDepth: 4 }, value, fc.array(tie('node')), fc.dictionary(fc.constantFrom('a', 'message', 'de:'), tie('node'))) })).node;
    fc.assert(fc.property(json, fc.double({ min: 0, max: 1, noNaN: true }), (answer, part) => {
      const text = JSON.stringify(answer);
      expect(hidePeople(text.slice(0, Math.ceil(text.length * part)), 200)).not.toMatch(/Odal/);
    }));
  });
});
