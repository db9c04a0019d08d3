import { describe, expect, it } from 'vitest';
import { contacts } from './contacts.js';

describe('contacts', () => {
  it('counts a person once for each post seen', () => {
    expect(contacts([120, 80, 0])).toBe(200);
  });

  it('leaves out what is not known, and is unknown when nothing is', () => {
    expect(contacts([120, null])).toBe(120);
    expect(contacts([null, null])).toBeNull();
  });
});
