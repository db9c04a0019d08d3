import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugFrom } from './slug.js';

describe('slugFrom', () => {
  it.each([
    ['Centre culturel d’Œdelem', 'centre-culturel-d-oedelem'],
    ['  Été à Saint-Josse !  ', 'ete-a-saint-josse'],
    ['Île & Cœur', 'ile-coeur'],
    ['日本', 'organisation'],
    ['!!!', 'organisation'],
  ])('writes %j as %s', (name, expected) => {
    expect(slugFrom(name)).toBe(expected);
  });

  it('always gives what the database accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const slug = slugFrom(name);
        return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80;
      }),
    );
  });
});
