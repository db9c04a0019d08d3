import type { ChannelPassedOn } from '../contract/insight.contract.js';
import type { Writing } from '../messages/writing.js';
import { LABEL_SIZE, textWidth, type Drawing, type Mark } from './marks.js';
import { FEW_POSTS } from './staff-input.js';

export type SharingMonth = Pick<ChannelPassedOn['months'][number], 'month' | 'posts' | 'sharesPerLike'>;

const ROOM = { left: 34, right: 4, top: 24, bottom: 42 } as const;
/** Height of the stub of a month without a ratio. */
const STUB = 12;
/** Share of its month that a bar is wide. */
const BAR = 0.66;

interface Place { left: number; right: number; top: number; bottom: number; step: number; y(ratio: number): number }

/**
 * Shares for 100 likes, month by month: bars from zero, pale under 8 posts, a hatched stub where there is no ratio.
 * The highest and the last bar bear their value.
 */
export function sharingMonths(months: readonly SharingMonth[], { width, height, write }: { width: number; height: number; write: Writing }): Drawing {
  const most = Math.max(0, ...months.flatMap(({ sharesPerLike }) => sharesPerLike ?? []));
  const top = roundTop(most);
  const place = placeIn({ width, height, count: months.length, top });
  const areShort = months.every(({ month }) => textWidth(write.shortMonth(month)) + 4 <= place.step);
  const name = (month: string): string => (areShort ? write.shortMonth(month) : write.monthLetter(month));
  const marks = [
    ...[0, top / 2, top].flatMap((ratio) => gridLine(ratio, place, write)),
    ...months.flatMap((month, index) => barMarks(month, index, place)),
    ...labelled(months).flatMap((index) => valueMark(months[index], { index, place, write })),
    ...months.flatMap(({ month }, index) => monthMarks(month, { index, place, name })),
  ];
  return { width, height, marks };
}

/** The next 10, 15, 20, 30, 40, 60 or 80, or their tenths and tens: its half is easily read too. */
function roundTop(most: number): number {
  if (most <= 0) return 0.1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 1.5, 2, 3, 4, 6, 8].find((digit) => digit * power >= most) ?? 10) * power;
}

function placeIn({ width, height, count, top }: { width: number; height: number; count: number; top: number }): Place {
  const [left, right, bottom] = [ROOM.left, width - ROOM.right, height - ROOM.bottom];
  return { left, right, top: ROOM.top, bottom, step: (right - left) / Math.max(1, count), y: (ratio) => bottom - ((bottom - ROOM.top) * ratio) / top };
}

function gridLine(ratio: number, place: Place, write: Writing): Mark[] {
  const y = place.y(ratio);
  return [
    { kind: 'line', role: ratio === 0 ? 'axis' : 'staff', points: [{ x: place.left, y }, { x: place.right, y }] },
    { kind: 'text', role: 'quiet', at: { x: place.left - 8, y: y + LABEL_SIZE * 0.35 }, anchor: 'end', text: write.number(ratio * 100) },
  ];
}

function barMarks({ posts, sharesPerLike }: SharingMonth, index: number, place: Place): Mark[] {
  const x = place.left + place.step * (index + (1 - BAR) / 2);
  const y = sharesPerLike === null ? place.bottom - STUB : place.y(sharesPerLike);
  const role = sharesPerLike === null ? 'not-measured' : posts < FEW_POSTS ? 'pale-bar' : 'bar';
  return [{ kind: 'box', role, at: { x, y }, width: place.step * BAR, height: place.bottom - y }];
}

/** The highest bar and the last one, unless they stand so near that their values would touch. */
function labelled(months: readonly SharingMonth[]): number[] {
  const known = months.flatMap(({ sharesPerLike }, index) => (sharesPerLike === null ? [] : [{ index, ratio: sharesPerLike }]));
  const highest = known.toSorted((a, b) => b.ratio - a.ratio || a.index - b.index)[0]?.index;
  const last = known.at(-1)?.index;
  if (highest === undefined || last === undefined) return [];
  return last - highest < 3 ? [highest] : [highest, last];
}

function valueMark(month: SharingMonth | undefined, { index, place, write }: { index: number; place: Place; write: Writing }): Mark[] {
  if (month === undefined || month.sharesPerLike === null) return [];
  const at = { x: place.left + place.step * (index + 0.5), y: place.y(month.sharesPerLike) - 6 };
  return [{ kind: 'text', role: 'accent', at, anchor: 'middle', text: write.number(month.sharesPerLike * 100, 0) }];
}

/** Months by their name or their letter; the year under January, and under the first month unless January is too near. */
function monthMarks(month: string, { index, place, name }: { index: number; place: Place; name: (month: string) => string }): Mark[] {
  const left = place.left + place.step * index;
  const toJanuary = (13 - Number(month.slice(5))) % 12;
  const isYear = toJanuary === 0 || (index === 0 && toJanuary * place.step > textWidth(month.slice(0, 4)) + 8);
  return [
    { kind: 'text', role: 'quiet', at: { x: left + place.step / 2, y: place.bottom + LABEL_SIZE + 4 }, anchor: 'middle', text: name(month) },
    ...(isYear ? [{ kind: 'text', role: 'quiet', at: { x: left, y: place.bottom + LABEL_SIZE * 2 + 8 }, anchor: 'start', text: month.slice(0, 4) } as const] : []),
  ];
}
