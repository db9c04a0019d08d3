import type { WrittenPlan } from '@portee/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsOf, mergeTexts, planFields, refusalsOf, textOf, withTheirs, writtenOf, type PlanText } from './plan-text.js';

const blank: WrittenPlan = { aims: null, publics: [], duties: [], rules: { tone: null, answers: null, images: null, never: null }, rhythm: null, revisionDay: null, adoption: null, version: 0, textDay: null };
const base = textOf({ ...blank, aims: 'Avant', publics: [{ who: 'Les parents', where: null }] });
const pair = fc.record({ first: fc.constantFrom('', 'a', ' a '), second: fc.constantFrom('', 'b') });
const word = fc.constantFrom('', 'x', 'y');
const anyText: fc.Arbitrary<PlanText> = fc.record({ aims: word, tone: word, answers: word, images: word, never: word, rhythm: word, revisionDay: word, publics: fc.array(pair, { maxLength: 2 }), duties: fc.array(pair, { maxLength: 2 }), adoption: pair });

describe('two people who write', () => {
  it('each keep what they wrote where the other had not touched it', () => {
    const others = { base, theirs: { ...base, tone: 'Le leur', aims: 'Le leur' } };
    const mine = { ...base, never: 'Le mien', aims: 'Le mien' };
    expect(mergeTexts(mine, others)).toEqual({ ...base, tone: 'Le leur', never: 'Le mien', aims: 'Le mien' });
    expect(conflictsOf(mine, others)).toEqual(['aims']);
    expect(withTheirs('aims', mine, others.theirs).aims).toBe('Le leur');
  });

  it('have nothing to settle where they wrote the same, spaces and empty lines apart', () => {
    const theirs = { ...base, publics: [{ first: 'Les aînés', second: '' }] };
    expect(conflictsOf({ ...base, publics: [{ first: ' Les aînés ', second: ' ' }, { first: '', second: '' }] }, { base, theirs })).toEqual([]);
  });

  it('lose nothing: every field is what one of them wrote, one’s own wherever both did', () => {
    fc.assert(fc.property(anyText, anyText, anyText, (mine, from, theirs) => {
      const others = { base: from, theirs };
      const merged = mergeTexts(mine, others);
      for (const field of planFields) expect([mine[field], theirs[field]]).toContainEqual(merged[field]);
      for (const field of conflictsOf(mine, others)) expect(merged[field]).toEqual(mine[field]);
      expect(conflictsOf(merged, others)).toEqual(conflictsOf(mine, others));
    }));
  });
});

describe('a text that is sent', () => {
  it('leaves out what is empty, and comes back as it was', () => {
    const written = writtenOf({ ...base, aims: '  ', publics: [{ first: ' Les aînés', second: '' }, { first: '', second: ' ' }], adoption: { first: '', second: ' ' } });
    expect(written).toMatchObject({ aims: null, publics: [{ who: 'Les aînés', where: null }], adoption: null });
    expect(writtenOf(textOf({ ...blank, ...written }))).toEqual(written);
  });

  it.each([
    { what: 'a line without a public', change: { publics: [{ first: 'a', second: '' }, { first: '', second: 'ici' }] }, refused: [{ field: 'publics', place: 1, why: 'who' }] },
    { what: 'a duty of no role', change: { duties: [{ first: '', second: 'publie' }] }, refused: [{ field: 'duties', place: 0, why: 'role' }] },
    { what: 'an adoption by nobody', change: { adoption: { first: '2026-11-01', second: '' } }, refused: [{ field: 'adoption', place: 0, why: 'adoption.by' }] },
    { what: 'an adoption on no day', change: { adoption: { first: '', second: 'le conseil' } }, refused: [{ field: 'adoption', place: 0, why: 'adoption.day' }] },
    { what: 'an adoption to come', change: { adoption: { first: '2026-11-24', second: 'le conseil' } }, refused: [{ field: 'adoption', place: 0, why: 'adoption.toCome' }] },
    { what: 'nothing', change: { adoption: { first: '2026-11-23', second: 'le conseil' } }, refused: [] },
  ])('is refused for $what', ({ change, refused }) => {
    expect(refusalsOf({ ...base, ...change }, '2026-11-23')).toEqual(refused);
  });
});
