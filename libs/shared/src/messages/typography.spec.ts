import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setSpaces } from './typography.js';

describe('setSpaces', () => {
  it.each([
    { written: 'Trop tôt : attendez !', shown: 'Trop tôt\u202F: attendez\u202F!' },
    { written: 'Le réseau « {name} »', shown: 'Le réseau «\u202F{name}\u202F»' },
    { written: '{n, plural, one {# personne} other {# personnes}}', shown: '{n, plural, one {#\u00A0personne} other {#\u00A0personnes}}' },
    { written: 'Pour 100 abonnés, 62 %', shown: 'Pour 100\u00A0abonnés, 62\u202F%' },
    { written: 'Pour {cost} €', shown: 'Pour {cost}\u202F€' },
    { written: 'En octobre 2026 : rien', shown: 'En octobre 2026\u202F: rien' },
  ])('sets « $written »', ({ written, shown }) => {
    expect(setSpaces(written, 'fr')).toBe(shown);
  });

  it('sets no French space in another language', () => {
    expect(setSpaces('Of 100 followers: none', 'en')).toBe('Of 100\u00A0followers: none');
  });

  it('changes nothing but spaces, and nothing the second time', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom('fr', 'en', 'nl'), (message, locale) => {
      const shown = setSpaces(message, locale);
      expect(shown.replace(/[\u00A0\u202F]/g, ' ')).toBe(message.replace(/[\u00A0\u202F]/g, ' '));
      expect(setSpaces(shown, locale)).toBe(shown);
    }));
  });
});
