import type { StaffNote, StaffPart } from './staff-input.js';
import type { StaffWords } from './staff-words.js';

/** What a pointer over a post reads. */
export function tipOfNote({ day, rate, paid }: StaffNote, { say, write }: StaffWords): string[] {
  const first = say('charts.tip.post', { day: write.shortDay(day), value: write.exactPeople(rate) });
  if (paid === false) return [first];
  return [first, say(paid === null ? 'charts.tip.paidUnknown' : 'charts.tip.paid')];
}

/** What a pointer over a month's head reads. */
export function tipOfPart({ month, usual: { median, low, high, posts } }: StaffPart, { say, write }: StaffWords): string[] {
  if (median === null) return [];
  const lines = [say('charts.tip.month', { month: write.monthAndYear(month), value: write.exactPeople(median) })];
  if (low !== null && high !== null) lines.push(say('charts.tip.between', { low: write.exactPeople(low), high: write.exactPeople(high) }));
  return [...lines, say('charts.tip.posts', { posts })];
}
