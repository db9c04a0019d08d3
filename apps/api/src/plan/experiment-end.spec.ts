import { describe, expect, it } from 'vitest';
import { endOf } from './experiment-end.js';

const end = (readDay: string | null, today: string) => endOf({ lastDay: '2027-01-31', finalAgeDays: 7, readDay, today });

describe('the end of an experiment', () => {
  it.each([
    [null, '2027-02-01', 'open'],
    ['2027-01-20', '2027-02-20', 'open'], // published on the 31st, it could be there and not known
    ['2027-02-07', '2027-02-07', 'open'], // a post of the 31st still grows
    ['2027-02-08', '2027-02-08', 'over'],
    ['2027-02-08', '2027-04-01', 'over'],
    ['2027-01-20', '2027-04-01', 'open'],
    ['2027-01-20', '2027-04-02', 'closed'], // sixty days after its last day and one more
    [null, '2027-04-02', 'closed'],
  ])('read until %s is, on %s, %s', (readDay, today, expected) => {
    expect(end(readDay, today)).toBe(expected);
  });
});
