/** Somebody who is not the centre: the public sees the name, Portée must never keep it. */
export interface PasserBy {
  name: string;
  handle: string;
  /** What they write under a post. */
  said: string;
}

/** Names, handles and words that answers carry, and that must be nowhere afterwards: tests look for them. */
export const PASSERS_BY: readonly [PasserBy, ...PasserBy[]] = [
  { name: 'Odalric Tinnevelt', handle: 'odalrictinnevelt', said: 'Odalric était là, quelle soirée !' },
  { name: 'Hersende Lauwerijs', handle: 'hersendelauwerijs', said: 'Hersende viendra avec sa sœur.' },
  { name: 'Gonzague Pirquin', handle: 'gonzaguepirquin', said: 'Gonzague demande s’il reste des places.' },
];

/** Always the same person for a number. */
export function passerBy(number: number): PasserBy {
  return PASSERS_BY[number % PASSERS_BY.length] ?? PASSERS_BY[0];
}

/** As many people as said, all of them at most. */
export function passersBy(count: number): PasserBy[] {
  return PASSERS_BY.slice(0, Math.max(0, count));
}
