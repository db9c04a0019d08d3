import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, isNarrowed, paidStates, readChoices, sorts, toQuery, withoutFilters, writeChoices, type PostChoices } from './post-choices.js';

const day = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const choices: fc.Arbitrary<PostChoices> = fc.record({
  q: fc.string({ maxLength: 60 }).map((text) => text.trim()), channelId: fc.oneof(fc.constant(''), fc.uuid()), from: fc.oneof(fc.constant(''), day), to: fc.oneof(fc.constant(''), day),
  format: fc.option(fc.constantFrom(...formats)), paid: fc.option(fc.constantFrom(...paidStates)), theme: fc.oneof(fc.constant(''), fc.uuid()), sort: fc.constantFrom(...sorts),
});

describe('the choices in the address', () => {
  it('come back from the address as they were made', () => {
    fc.assert(fc.property(choices, (made) => { expect(readChoices(writeChoices(made, new URLSearchParams()))).toEqual(made); }));
  });

  it('are in French, and the plain list has a plain address', () => {
    const made: PostChoices = { q: 'été', channelId: '', from: '2026-10-01', to: '', format: 'video', paid: 'false', theme: 'x', sort: '-reachRate' };
    expect(writeChoices(made, new URLSearchParams()).toString()).toBe('q=%C3%A9t%C3%A9&du=2026-10-01&format=video&sponsorise=false&theme=x&tri=-reachRate');
    expect(writeChoices({ ...withoutFilters(made), sort: '-publishedAt' }, new URLSearchParams()).toString()).toBe('');
  });

  it('leave out what makes no sense', () => {
    const read = readChoices(new URLSearchParams('du=hier&au=2026-13-01&format=hologramme&tri=au-hasard&sponsorise=peut-etre'));
    expect(read).toEqual({ q: '', channelId: '', from: '', to: '', format: null, paid: null, theme: '', sort: '-publishedAt' });
    expect(isNarrowed(read)).toBe(false);
  });

  it('go to the server under its own names', () => {
    expect(toQuery({ q: ' fanfare ', channelId: '', from: '', to: '2026-10-31', format: null, paid: 'unknown', theme: '', sort: 'reach' }).toString()).toBe('q=fanfare&to=2026-10-31&paid=unknown&sort=reach');
  });
});
