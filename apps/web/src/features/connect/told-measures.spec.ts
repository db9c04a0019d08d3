import type { MeasureDefinition } from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { tellingOf, toldMeasures } from './told-measures.js';

const definition = (rest: Partial<MeasureDefinition>): MeasureDefinition => ({
  id: 'x', network: 'invented', measure: 'reach', level: 'post', networkNames: { api: 'people' }, basis: 'people_period', validFrom: null, validUntil: null,
  comparableWithPrevious: true, fading: false, standIn: false, given: true, source: 'https://invented.example', ...rest,
});

const collection = { everyHours: 24, remembersDays: null, ageStepsHours: [24], limitsSharedBy: 'host' as const };

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
    expect(tellingOf({ definitions, collection }, 'reach')).toBe(telling);
  });

  it('knows that a network which is not asked by itself comes by file', () => {
    expect(tellingOf({ definitions: [definition({})], collection: null }, 'reach')).toBe('file');
  });

  it('parts what a connection brings from what it does not', () => {
    const { given, missing } = toldMeasures({ definitions: [definition({ measure: 'likes' }), definition({})], collection });
    expect(given).toEqual(['reach', 'likes']);
    expect(missing).not.toContain('likes');
    expect(missing).toContain('views');
    expect(toldMeasures({ definitions: [definition({})], collection: null }).given).toEqual(['reach']);
  });
});
