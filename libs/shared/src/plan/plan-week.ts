import type { ChartLook } from '../charts/chart-look.js';
import { escapeXml } from '../charts/escape-xml.js';
import { LABEL_SIZE, type Drawing } from '../charts/marks.js';

/** Something promised on a weekday (1 is Monday) at a time `HH:MM`. */
export interface WeekSlot { weekday: number; time: string }

interface WeekWords {
  /** The seven days, Monday first, short enough for a seventh of the width. */
  days: readonly string[];
  /** A time as the language writes it. */
  time: (time: string) => string;
}

const DAYS = 7;
const LINES = 5;
const BETWEEN = 12;
const TOP = 16;
const RADIUS = 6.4;
const HEIGHT = TOP + BETWEEN * (LINES - 1) + 44;
/** Notes stand on a line or between two, as in music: three hours a step, from seven in the morning on the lowest line; whatever is earlier stands there too. */
const [EARLIEST, STEP_HOURS] = [7, 3];
/** Notes of one day and step stand beside each other, up to so many. */
const MOST_BESIDE = 4;
/** With more notes, their hours would run into each other. */
const MOST_LETTERED = 2;
const LETTERED_COLUMN = 80;

interface WeekNote { x: number; y: number; label: string | null }

/** A week as five lines: each slot a note on its day, the later the higher. */
export function weekDrawing(slots: readonly WeekSlot[], { days, time }: WeekWords, width: number): Drawing {
  const column = width / DAYS;
  const notes = notesOf(slots, { column, time });
  return {
    width, height: HEIGHT,
    marks: [
      ...lineHeights().map((y) => ({ kind: 'line' as const, role: 'staff' as const, points: [{ x: 0, y }, { x: width, y }] })),
      ...notes.map(({ x, y }) => ({ kind: 'head' as const, role: 'usual' as const, at: { x, y }, radius: RADIUS })),
      ...notes.flatMap(({ x, y, label }) => (label === null ? [] : [{ kind: 'text' as const, role: 'plain' as const, at: { x: x + RADIUS + 4, y: y + LABEL_SIZE * 0.34 }, anchor: 'start' as const, text: label }])),
      ...days.map((text, day) => ({ kind: 'text' as const, role: 'plain' as const, at: { x: column * (day + 0.5), y: HEIGHT - 6 }, anchor: 'middle' as const, text })),
    ],
  };
}

/** The same as one SVG document, for paper. `label` says the whole of it. */
export function weekSvg(slots: readonly WeekSlot[], words: WeekWords, { look, label, width }: { look: ChartLook; label: string; width: number }): string {
  const { height, marks } = weekDrawing(slots, words, width);
  const drawn = marks.map((mark) => {
    if (mark.kind === 'head') return `<ellipse cx="${mark.at.x}" cy="${mark.at.y}" rx="${mark.radius}" ry="${mark.radius * 0.72}" transform="rotate(-20 ${mark.at.x} ${mark.at.y})" fill="${look.accent}"/>`;
    if (mark.kind === 'text') return `<text x="${mark.at.x}" y="${mark.at.y}" text-anchor="${mark.anchor}" fill="${look.ink}" stroke="${look.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${escapeXml(mark.text)}</text>`;
    return mark.kind === 'line' ? `<path d="M${mark.points.map(({ x, y }) => `${x} ${y}`).join('L')}" stroke="${look.staff}" stroke-width="1.2"/>` : '';
  });
  const frame = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${escapeXml(look.textFont)}" font-size="${LABEL_SIZE}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${frame}><title>${escapeXml(label)}</title>${drawn.join('')}</svg>`;
}

function lineHeights(): number[] {
  return Array.from({ length: LINES }, (_, line) => TOP + line * BETWEEN);
}

function notesOf(slots: readonly WeekSlot[], { column, time }: { column: number; time: WeekWords['time'] }): WeekNote[] {
  const foot = TOP + BETWEEN * (LINES - 1);
  return [...Map.groupBy(slots, ({ weekday }) => weekday)].flatMap(([weekday, ofDay]) => {
    const steps = Map.groupBy(ofDay, ({ time: at }) => Math.floor(Math.max(0, Number(at.slice(0, 2)) - EARLIEST) / STEP_HOURS));
    const isLettered = ofDay.length <= MOST_LETTERED && steps.size === ofDay.length && column > LETTERED_COLUMN;
    const middle = column * (weekday - 0.5) - (isLettered ? LABEL_SIZE : 0);
    return [...steps].flatMap(([step, together]) => together.slice(0, MOST_BESIDE).map(({ time: at }, place, shown) => ({
      x: middle + (place - (shown.length - 1) / 2) * RADIUS * 2.2, y: foot - (step * BETWEEN) / 2, label: isLettered ? time(at) : null,
    })));
  });
}
