import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { fr } from './fr.js';
import { nl } from './nl.js';

/** Names of the values a message asks for. */
function valuesOf(message: string): string[] {
  return [...new Set(Array.from(message.matchAll(/\{(\w+)[,}]/g), ([, name]) => name ?? ''))].toSorted();
}

const told = (messages: Record<string, string>) => Object.entries(messages).map(([key, message]) => `${key}: ${valuesOf(message).join(' ')}`).toSorted();

describe('the command line', () => {
  it.each([['English', en], ['Dutch', nl]])('tells the same values in %s as in French', (_language, messages) => {
    expect(told(messages)).toEqual(told(fr));
  });

  it('writes Dutch as it is set', () => {
    expect(Object.values(nl).filter((message) => /\S [;:!?%]|[“”«»!]|\b(uw|publicaties?|posts?)\b/iu.test(message.replaceAll(/\{\w+/g, '')))).toEqual([]);
  });
});
