import { describe, expect, it } from 'vitest';
import { translatorFor } from '../translator.js';
import { standInSentence, standInTitle } from './stand-in.js';

const fr = translatorFor('fr');
const interactions = { median: 0.041, low: 0.03, high: 0.05, posts: 12 };
const nothing = { median: null, low: null, high: null, posts: 0 };

describe('standInSentence', () => {
  it('lists what there is instead, and that it is no reach', () => {
    expect(standInSentence({ standIn: { shares: 23, views: null, interactionsPerFollower: interactions } }, fr)).toBe(
      'À la place\u202F: 23\u00A0partages et 4,1 réactions, commentaires et partages pour 100\u00A0abonnés par publication.',
    );
  });

  it('leaves out what is not known, and shows a measured nothing', () => {
    expect(standInSentence({ standIn: { shares: null, views: 0, interactionsPerFollower: nothing } }, fr)).toContain('À la place\u202F: 0\u00A0vue.');
    expect(standInSentence({ standIn: { shares: null, views: null, interactionsPerFollower: nothing } }, fr)).toBeNull();
  });

  it('does not say of a network that it counts no people when only the readings lack them', () => {
    expect(standInTitle({ givesReach: true }, fr)).toBe('Personnes touchées inconnues');
    expect(standInTitle({ givesReach: false }, fr)).toBe('Non mesurable sur ce réseau');
  });
});
