import { describe, expect, it } from 'vitest';
import { readDraft, undoOf, type EffortDraft, type WrittenEfforts } from './effort-draft.js';

const before: WrittenEfforts = { page: { hours: '9\u00A0h\u00A030', euros: '40' }, letter: { hours: '', euros: '' } };
const read = (draft: EffortDraft, sure: readonly string[] = []) => readDraft(draft, { before, sure: new Set(sure) });

describe('what a team wrote of its month', () => {
  it('changes what was written anew, and nothing else', () => {
    expect(read({ letter: { hours: '4' } })).toEqual({ changes: [{ channelId: 'letter', hours: 4 }], refusals: new Map() });
    expect(read({ page: { hours: '9\u00A0h\u00A030', euros: '12,50' } }).changes).toEqual([{ channelId: 'page', euros: 12.5 }]);
    expect(read({ ...before }).changes).toEqual([]);
    expect(read({}).changes).toEqual([]);
  });

  it('takes back the figure of a field that was emptied', () => {
    expect(read({ page: { hours: ' ' } }).changes).toEqual([{ channelId: 'page', hours: null }]);
  });

  it('is undone in the fields that it changed', () => {
    expect(undoOf([{ channelId: 'page', hours: 4 }, { channelId: 'letter', euros: null }], () => ({ hours: 9.5, euros: 40 }))).toEqual([{ channelId: 'page', hours: 9.5 }, { channelId: 'letter', euros: 40 }]);
  });

  it.each([
    { hours: 'neuf', euros: '', refusal: 'hours' }, { hours: '-3', euros: '', refusal: 'hours' }, { hours: '2001', euros: '', refusal: 'hours' },
    { hours: '', euros: 'gratuit', refusal: 'euros' }, { hours: '', euros: '12,555', refusal: 'euros' }, { hours: '', euros: '1000000,01', refusal: 'euros' }, { hours: '300', euros: '', refusal: 'many' },
  ])('is held back where it cannot be meant: $hours h, $euros €', ({ hours, euros, refusal }) => {
    expect(read({ letter: { hours, euros } })).toEqual({ changes: [], refusals: new Map([['letter', refusal]]) });
  });

  it('may be more than a full-time post once it is said twice', () => {
    const many = { letter: { hours: '300' } };
    expect(read(many, ['letter'])).toEqual({ changes: [{ channelId: 'letter', hours: 300 }], refusals: new Map() });
    expect(read(many, ['page']).refusals.get('letter')).toBe('many');
  });
});
