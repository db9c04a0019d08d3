import { describe, expect, it } from 'vitest';
import { formatInstant } from './format-instant.js';
import { translatorFor } from './translator.js';

const here = { now: new Date('2026-11-23T20:00:00Z'), zone: 'Europe/Brussels' }; // 21:00 in Brussels

describe('formatInstant', () => {
  it.each([
    { at: '2026-11-23T06:12:00Z', fr: 'ce matin à 7\u00A0h\u00A012', en: 'this morning at 07:12' },
    { at: '2026-11-22T23:30:00Z', fr: 'cette nuit à 0\u00A0h\u00A030', en: 'last night at 00:30' }, // already the 23rd in Brussels
    { at: '2026-11-23T12:00:00Z', fr: 'cet après-midi à 13\u00A0h', en: 'this afternoon at 13:00' },
    { at: '2026-11-23T17:45:00Z', fr: 'ce soir à 18\u00A0h\u00A045', en: 'this evening at 18:45' },
    { at: '2026-11-22T17:40:00Z', fr: 'hier à 18\u00A0h\u00A040', en: 'yesterday at 18:40' },
    { at: '2026-11-09T06:12:00Z', fr: 'le 9 novembre à 7\u00A0h\u00A012', en: 'on 9 November at 07:12' },
    { at: '2025-11-01T06:12:00Z', fr: 'le 1er novembre 2025 à 7\u00A0h\u00A012', en: 'on 1 November 2025 at 07:12' },
  ])('says $at « $fr »', ({ at, fr, en }) => {
    const says = (locale: 'fr' | 'en') => formatInstant(new Date(at), here, translatorFor(locale));
    expect([says('fr'), says('en')]).toEqual([fr, en]);
  });
});
