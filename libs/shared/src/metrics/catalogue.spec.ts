import { describe, expect, it } from 'vitest';
import { measures } from '../contract/network.contract.js';
import { measureCatalogue } from './catalogue.js';

describe('measureCatalogue', () => {
  it('names each measure by a key of its own', () => {
    expect(measures.map((measure) => measureCatalogue[measure].label)).toEqual(measures.map((measure) => `measure.${measure}`));
  });

  it('lets no count of people be added up', () => {
    const people = measures.filter((measure) => measureCatalogue[measure].unit === 'people');
    expect(people.filter((measure) => measureCatalogue[measure].kind === 'sum')).toEqual([]);
  });
});
