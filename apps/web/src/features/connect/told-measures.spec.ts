import type { MeasureDefinition } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { tellingOf, toldMeasures } from './told-measures.js';

const definition = (rest: Partial<MeasureDefinition>): MeasureDefinition => ({
  id: 'x', network: 'invented', measure: 'reach', level: 'post', networkNames: { api: 'people' }, basis: 'people_period', validFrom: null, validUntil: null,
  comparableWithPrevious: true, fading: false, standIn: false, given: true, source: 'https://invented.example', ...rest,
});

describe('tellingOf', () => {
  it.each([
    { definitions: [definition({})], telling: 'given' },
    { definitions: [definition({ networkNames: { file: 'Reach' } })], telling: 'file' },
    { definitions: [definition({ networkNames: { file: 'Reach' } }), definition({})], telling: 'given' },
    { definitions: [definition({ networkNames: { hand: 'Reach' } })], telling: 'never' }, // nobody gives what a person copies
    { definitions: [definition({ given: false })], telling: 'never' },
    { definitions: [definition({ validUntil: '2026-06-15' })], telling: 'never' }, // withdrawn
    { definitions: [], telling: 'never' },
  ])('finds $telling', ({ definitions, telling }) => {
    expect(tellingOf({ definitions }, 'reach')).toBe(telling);
  });

  it('parts what a connection brings from what it does not', () => {
    const { given, missing } = toldMeasures({ definitions: [definition({ measure: 'likes' }), definition({})] });
    expect(given).toEqual(['reach', 'likes']);
    expect(missing).not.toContain('likes');
    expect(missing).toContain('views');
  });
});
