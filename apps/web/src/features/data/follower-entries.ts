/** A line of the form: a day and what was written as a number. */
export interface FollowerEntry { key: number; day: string; followers: string }
export type EntryRefusal = 'number' | 'future' | 'twice';

/** « 12 000 », « 12.000 » and « 12000 » are the same number; null for anything but whole figures: « 12,5 » is no count of people. */
export function readCount(text: string): number | null {
  const written = text.trim();
  if (!/^(?:\d{1,11}|\d{1,3}(?:[\s\u00A0\u202F.,'’]\d{3}){1,3})$/u.test(written)) return null;
  const read = Number(written.replace(/\D/gu, ''));
  return read <= 10_000_000_000 ? read : null;
}

/** Lines with a number written in them, as the server wants them. */
export function filledEntries(entries: readonly FollowerEntry[]): { day: string; followers: number }[] {
  return entries.flatMap(({ day, followers }) => {
    const read = readCount(followers);
    return day === '' || read === null ? [] : [{ day, followers: read }];
  });
}

/** What is wrong with each line, by its key. A line left blank is simply not sent. */
export function refuseEntries(entries: readonly FollowerEntry[], today: string): Map<number, EntryRefusal> {
  const refusals = new Map<number, EntryRefusal>();
  const seen = new Set<string>();
  for (const { key, day, followers } of entries) {
    if (followers.trim() === '') continue;
    if (readCount(followers) === null) refusals.set(key, 'number');
    else if (day === '' || day > today) refusals.set(key, 'future');
    else if (seen.has(day)) refusals.set(key, 'twice');
    seen.add(day);
  }
  return refusals;
}
