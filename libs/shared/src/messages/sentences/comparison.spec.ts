import { describe, expect, it } from 'vitest';
import type { Headline } from '../../contract/report.contract.js';
import { translatorFor } from '../translator.js';
import { comparisonSentence } from './comparison.js';

const [fr, en] = [translatorFor('fr'), translatorFor('en')];

function headline(month: string, [low, median, high]: readonly [number, number, number], months: Headline['months'] = 1): Headline {
  return {
    figure: { median, low, high, posts: 12 }, basis: 'organic', months, from: `2026-${month}-01`, to: `2026-${month}-28`,
    cutAt: null, followersEstimated: false, reason: null,
  };
}

const october = headline('10', [0.045, 0.0562, 0.07]);

describe('comparisonSentence', () => {
  it('gives the difference of the numbers shown, and says when it may be chance', () => {
    const report = { headline: october, previous: headline('09', [0.054, 0.0681, 0.085]), seams: [] };
    expect(comparisonSentence(report, fr)).toBe('1 de moins qu’en septembre. Un écart aussi petit peut venir du hasard.');
    expect(comparisonSentence(report, en)).toBe('1 fewer than in September. A difference this small may be chance.');
  });

  it('says when the two ranges stay apart', () => {
    const report = { headline: october, previous: headline('09', [0.02, 0.021, 0.03]), seams: [] };
    expect(comparisonSentence(report, fr)).toBe('4 de plus qu’en septembre. Les deux fourchettes probables ne se touchent pas.');
  });

  it('says as many when the same number is shown', () => {
    expect(comparisonSentence({ headline: october, previous: headline('08', [0.05, 0.058, 0.07]), seams: [] }, fr)).toBe('Autant qu’en août.');
  });

  it('names no month where the window is longer', () => {
    const report = { headline: headline('10', [0.04, 0.06, 0.09], 3), previous: headline('09', [0.04, 0.05, 0.09], 3), seams: [] };
    expect(comparisonSentence(report, fr)).toMatch(/^1 de plus qu’un mois plus tôt, sur une période de même longueur\./);
  });

  it('is silent where nothing compares, a change of definition included', () => {
    const seam = { day: '2026-10-01', measure: 'reach', before: 'former', after: 'present', comparable: false };
    const september = headline('09', [0.05, 0.06, 0.07]);
    expect(comparisonSentence({ headline: october, previous: null, seams: [] }, fr)).toBeNull();
    expect(comparisonSentence({ headline: october, previous: september, seams: [seam] }, fr)).toBeNull();
    expect(comparisonSentence({ headline: october, previous: september, seams: [{ ...seam, measure: 'views' }] }, fr)).not.toBeNull();
  });
});
