import { describe, expect, it } from 'vitest';
import { usualPeople } from './usual-people.js';

describe('usualPeople', () => {
  it.each([
    { rate: 0.14, followers: 1_180, expected: 165 }, // 165.2
    { rate: 0.47, followers: 905, expected: 425 }, // 425.35: a smaller list may reach more people
    { rate: 0, followers: 905, expected: 0 },
    { rate: null, followers: 905, expected: null },
    { rate: 0.14, followers: null, expected: null },
    { rate: 0.14, followers: 49, expected: null }, // too few followers for a rate
  ])('$rate of $followers followers is $expected', ({ rate, followers, expected }) => {
    expect(usualPeople(rate, followers)).toBe(expected);
  });
});
