import { peoplePerHundred } from '../metrics/people-per-hundred.js';
import { measuredRuns } from './staff-drawing.js';
import type { StaffInput, StaffPart } from './staff-input.js';
import { sayPeople, sayPeopleInline, type StaffWords } from './staff-words.js';

/** Months needed before a trend may be spoken of (README of libs/shared/src/metrics). */
const MONTHS_FOR_A_TREND = 6;

/** The chart's finding as its title: the range of the months that compare with the latest. It never claims a trend. */
export function staffTitle(input: StaffInput, words: StaffWords): string {
  const { say } = words;
  const months = comparableParts(input);
  const range = rangeOf(months);
  const [first] = months;
  if (range === null || first === undefined) return say('charts.title.nothing');
  if (months.length === 1) return say('charts.title.oneMonth', { value: sayPeopleInline(words, range.low), since: sayMonth(first.month, input, words) });
  const since = sayMonth(first.month, input, words);
  const [low, high] = [sayPeopleInline(words, range.low), sayPeopleInline(words, range.high)];
  const finding = low === high ? sayLevel(range.low, since, words) : say('charts.title.between', { low, high, since });
  return months.length < MONTHS_FOR_A_TREND ? say('charts.title.tooEarly', { finding }) : finding;
}

function sayLevel(rate: number, since: string, { say, write }: StaffWords): string {
  const { words } = peoplePerHundred(rate);
  return words === 'less-than-one' ? say('charts.title.lessThanOne', { since }) : say('charts.title.around', { value: write.people(rate), since });
}

/** The year is said only when it is not the report's own. */
function sayMonth(month: string, { months }: StaffInput, { write }: StaffWords): string {
  return month.slice(0, 4) === months.at(-1)?.slice(0, 4) ? write.month(month) : write.monthAndYear(month);
}

/** What is drawn, in which unit, and how to read the heads. */
export function staffSubtitle({ networkLabel, notes }: StaffInput, { say }: StaffWords): string {
  return say(notes.length > 0 ? 'charts.subtitle' : 'charts.subtitle.withoutPosts', { network: networkLabel });
}

/** What must be known to read it right: changes of definition, gaps, posts of unknown kind. */
export function staffRemarks(input: StaffInput, { say, write }: StaffWords): string[] {
  const months = (state: 'not-measured' | 'growing'): string[] =>
    input.gaps.filter((gap) => gap.state === state).map((gap) => sayGap(input.months.slice(gap.start, gap.end), { say, write }));
  const [notMeasured, growing] = [months('not-measured'), months('growing')];
  return [
    ...input.seams.map(({ day }) => say('charts.note.seam', { day: write.longDay(day), network: input.networkLabel })),
    ...(notMeasured.length > 0 ? [say('charts.note.gap', { months: write.list(notMeasured) })] : []),
    ...(growing.length > 0 ? [say('charts.note.growing', { months: write.list(growing) })] : []),
    ...(input.parts.some((part) => part.basis === 'organic-and-unknown' && part.usual.median !== null) ? [say('charts.note.unknownPaid')] : []),
  ];
}

function sayGap(months: readonly string[], { say, write }: StaffWords): string {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  return months.length === 1 ? write.monthAndYear(first) : say('charts.note.span', { first: write.monthAndYear(first), last: write.monthAndYear(last) });
}

/** The whole chart read aloud: what it shows, the latest figure, the range that compares with it, seams and gaps. */
export function staffSummary(input: StaffInput, words: StaffWords): string {
  const { say, write } = words;
  const what = say('charts.summary.what', {
    network: input.networkLabel, first: write.monthAndYear(input.months[0] ?? ''), last: write.monthAndYear(input.months.at(-1) ?? ''),
  });
  return [what, ...summaryOfFigures(comparableParts(input), words), ...staffRemarks(input, words)].join(' ');
}

function summaryOfFigures(months: readonly StaffPart[], words: StaffWords): string[] {
  const { say, write } = words;
  const range = rangeOf(months);
  const [first, latest] = [months[0], months.at(-1)];
  if (range === null || first === undefined || latest === undefined || latest.usual.median === null) return [say('charts.summary.nothing')];
  const figure = say('charts.summary.latest', {
    value: sayPeople(words, latest.usual.median), month: write.monthAndYear(latest.month), posts: latest.usual.posts,
  });
  if (months.length === 1) return [figure];
  return [figure, say('charts.summary.range', { since: write.monthAndYear(first.month), low: sayPeople(words, range.low), high: sayPeople(words, range.high) })];
}

/** Months with a figure under the definition of the latest: a gap does not part them, a seam does. */
function comparableParts({ parts, seams }: StaffInput): StaffPart[] {
  const measured = measuredRuns(parts).flat();
  const latest = measured.at(-1);
  if (latest === undefined) return [];
  const lastSeam = seams.map(({ day }) => day).filter((day) => day <= latest.from).toSorted().at(-1) ?? '';
  return measured.filter((part) => part.from >= lastSeam);
}

function rangeOf(parts: readonly StaffPart[]): { low: number; high: number } | null {
  const medians = parts.flatMap(({ usual }) => usual.median ?? []);
  return medians.length === 0 ? null : { low: Math.min(...medians), high: Math.max(...medians) };
}
