/** A reach rate as people for a hundred followers. */
export interface PeoplePerHundred {
  /** Whole people, not limited to a hundred. */
  people: number;
  /** How many of the hundred drawn are filled in, 0 to 100. */
  filled: number;
  /** Which words: the number, « moins d’une personne », or « autant de personnes que d’abonnés, ou plus ». */
  words: 'count' | 'less-than-one' | 'all-or-more';
}

/** Rounds a reach rate to whole people; under half a person none is filled in, from a hundred on all are. */
export function peoplePerHundred(rate: number): PeoplePerHundred {
  // 0.285 × 100 is 28.499999999999996: rounded as the 28.5 that is shown.
  const people = Math.round(Number((rate * 100).toPrecision(12)));
  if (people < 1) return { people: 0, filled: 0, words: 'less-than-one' };
  return { people, filled: Math.min(100, people), words: people >= 100 ? 'all-or-more' : 'count' };
}
