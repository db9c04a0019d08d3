import type { ChartLook } from './chart-look.js';
import type { StaffWords } from './staff-words.js';
import { drawHead, drawLine, type Pen, type Point } from './pen.js';
import { FEW_POSTS, type StaffInput, type StaffPart } from './staff-input.js';
import { ledgerRates, type StaffScale } from './staff-scale.js';

/** Where things are on the canvas, and how big marks are at this width. */
export interface StaffPlace {
  left: number; right: number; top: number; bottom: number;
  /** Canvas place of a place in months, and of a rate: beyond the range it stands at the edge. */
  x(months: number): number;
  y(rate: number): number;
  isNarrow: boolean;
}

/** Everything needed to draw one staff. */
export interface StaffDrawing { pen: Pen; input: StaffInput; scale: StaffScale; look: ChartLook; words: StaffWords; place: StaffPlace }

/** A part of a month that has a figure. */
type Measured = StaffPart & { usual: { median: number } };

/** Draws the posts, the band, the line and its heads, in this order. */
export function drawMusic(drawing: StaffDrawing): void {
  const runs = measuredRuns(drawing.input.parts);
  runs.forEach((run) => drawBand(drawing, run));
  drawing.input.notes.forEach((note) => drawNote(drawing, note));
  runs.forEach((run) => drawUsual(drawing, run));
}

/** Parts joined by a line: cut at gaps and seams. */
export function measuredRuns(parts: readonly StaffPart[]): Measured[][] {
  const runs: Measured[][] = [];
  for (const part of parts.filter(isMeasured)) {
    const run = runs.at(-1);
    if (part.joinsPrevious && run !== undefined) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

function isMeasured(part: StaffPart): part is Measured {
  return part.usual.median !== null;
}

function headOf({ place }: StaffDrawing, part: Measured): Point {
  return { x: place.x((part.start + part.end) / 2), y: place.y(part.usual.median) };
}

function drawBand({ pen, place, look }: StaffDrawing, run: readonly Measured[]): void {
  const known = run.filter(({ usual }) => usual.low !== null && usual.high !== null);
  const [first] = known;
  if (first === undefined) return;
  const reach = 0.22;
  const xs = known.length === 1 ? [(first.start + first.end) / 2 - reach, (first.start + first.end) / 2 + reach] : known.map(({ start, end }) => (start + end) / 2);
  const edge = (side: 'low' | 'high'): Point[] =>
    xs.map((x, index) => ({ x: place.x(x), y: place.y((known[index] ?? first).usual[side] ?? first.usual.median) }));
  const [high, low] = [edge('high'), edge('low')];
  pen.beginPath();
  [...high, ...low.toReversed()].forEach(({ x, y }, index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
  pen.fillStyle = look.band;
  pen.fill();
  drawLine(pen, high, { color: look.pale, width: 1 });
  drawLine(pen, low, { color: look.pale, width: 1 });
}

function drawNote(drawing: StaffDrawing, note: StaffInput['notes'][number]): void {
  const { pen, place, look, scale } = drawing;
  const radius = place.isNarrow ? 3.2 : 4.3;
  const at = { x: place.x(note.place), y: place.y(note.rate) };
  for (const rate of ledgerRates(note.rate, scale)) {
    const y = place.y(rate);
    drawLine(pen, [{ x: at.x - 2 * radius, y }, { x: at.x + 2 * radius, y }], { color: look.outline, width: 1 });
  }
  const isHollow = note.paid === true;
  drawHead(pen, at, { radius: isHollow ? radius - 0.5 : radius, fill: isHollow ? look.paper : look.outline, stroke: isHollow ? look.outline : null });
  if (note.rate > scale.highest) drawBeyond(pen, at, { radius, color: look.outline, direction: -1 });
  if (note.rate < scale.lowest) drawBeyond(pen, at, { radius, color: look.outline, direction: 1 });
}

/** A small arrow: the post lies farther than the picture reaches. */
function drawBeyond(pen: Pen, { x, y }: Point, { radius, color, direction }: { radius: number; color: string; direction: 1 | -1 }): void {
  const tip = y + direction * radius * 2.4;
  const foot = y + direction * radius * 1.5;
  drawLine(pen, [{ x: x - radius * 0.8, y: foot }, { x, y: tip }, { x: x + radius * 0.8, y: foot }], { color, width: 1.4 });
}

function drawUsual(drawing: StaffDrawing, run: readonly Measured[]): void {
  const { pen, place, look } = drawing;
  const radius = place.isNarrow ? 6 : 7.6;
  drawLine(pen, run.map((part) => headOf(drawing, part)), { color: look.accent, width: place.isNarrow ? 2 : 2.6 });
  for (const part of run) {
    const isFew = part.usual.posts < FEW_POSTS;
    drawHead(pen, headOf(drawing, part), { radius: radius + 2, fill: look.paper, stroke: null });
    drawHead(pen, headOf(drawing, part), { radius: isFew ? radius - 0.7 : radius, fill: isFew ? look.pale : look.accent, stroke: isFew ? look.accent : null });
  }
}
