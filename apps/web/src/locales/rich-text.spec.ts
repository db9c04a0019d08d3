import { describe, expect, it } from 'vitest';
import { splitMarks } from './rich-text.js';

describe('a sentence with marks', () => {
  it('is cut around what stands out, and says the same when put together', () => {
    expect(splitMarks('Pour 100 abonnés, <em>6 personnes.</em>')).toEqual([{ text: 'Pour 100 abonnés, ', mark: null }, { text: '6 personnes.', mark: 'em' }]);
    expect(splitMarks('<big>47</big> pour 100')).toEqual([{ text: '47', mark: 'big' }, { text: ' pour 100', mark: null }]);
  });

  it('stays whole without a mark, or with one that does not close', () => {
    expect(splitMarks('Rien.')).toEqual([{ text: 'Rien.', mark: null }]);
    expect(splitMarks('moins de <5')).toEqual([{ text: 'moins de <5', mark: null }]);
  });
});
