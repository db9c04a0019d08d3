interface FollowerReading {
  /** Local day of the channel. */
  readonly day: string;
  readonly followers: number;
}

export interface FollowersThen {
  readonly followers: number;
  /** Day of the reading it rests on. */
  readonly day: string;
  /** Read after the day asked for: every rate made from it says « abonnés estimés ». */
  readonly estimated: boolean;
}

/**
 * Followers of a channel on a day: the last reading on or before it, otherwise the earliest one, marked
 * estimated. The one figure that is carried from another day.
 * @param readings  one a day at most, in any order
 * @returns null when there is none
 */
export function followersOn(day: string, readings: readonly FollowerReading[]): FollowersThen | null {
  const before = pick(readings.filter((reading) => reading.day <= day), (reading, best) => reading.day > best.day);
  if (before !== null) return { followers: before.followers, day: before.day, estimated: false };
  const earliest = pick(readings, (reading, best) => reading.day < best.day);
  return earliest === null ? null : { followers: earliest.followers, day: earliest.day, estimated: true };
}

function pick(readings: readonly FollowerReading[], isBetter: (reading: FollowerReading, best: FollowerReading) => boolean): FollowerReading | null {
  return readings.reduce<FollowerReading | null>((best, reading) => (best === null || isBetter(reading, best) ? reading : best), null);
}
