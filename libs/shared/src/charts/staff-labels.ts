import { drawLine, setLettering, type Point } from './pen.js';
import { measuredRuns, type StaffDrawing } from './staff-drawing.js';
import type { StaffGap, StaffSeam } from './staff-input.js';
import { sayPeople, sayPeopleShort } from './staff-words.js';

/** Hatched months without figures, under everything else. */
export function drawGaps(drawing: StaffDrawing): void {
  drawing.input.gaps.forEach((gap) => drawGap(drawing, gap));
}

/** The value at the line's end: the last month that has one, named. */
export function drawEnd({ pen, input, look, words, place }: StaffDrawing): void {
  const last = measuredRuns(input.parts).at(-1)?.at(-1);
  if (last === undefined) return;
  const size = look.labelSize;
  const x = place.right + (place.isNarrow ? 6 : 12);
  const y = Math.min(place.bottom - size, Math.max(place.top + size, place.y(last.usual.median)));
  if (place.isNarrow) {
    setLettering(pen, look, { color: look.accentText, strong: true });
    pen.fillText(sayPeopleShort(words, last.usual.median), x, y + size * 0.35);
    return;
  }
  setLettering(pen, look, { color: look.accentText, strong: true, size: size * 1.14, head: true });
  pen.fillText(sayPeople(words, last.usual.median), x, y + size * 0.15);
  setLettering(pen, look, { color: look.quiet });
  pen.fillText(words.say('charts.inMonth', { month: words.write.month(last.month) }), x, y + size * 1.4);
}

/** Changes of definition: a dashed line with its date, and what the sides are called where they fit. */
export function drawSeams(drawing: StaffDrawing): void {
  const { seams } = drawing.input;
  seams.forEach((seam, index) => drawSeam(drawing, seam, { isOnly: seams.length === 1, level: index % 2 }));
}

function drawGap({ pen, look, words, place, scale }: StaffDrawing, gap: StaffGap): void {
  const [left, right] = [place.x(gap.start), place.x(gap.end)];
  const [top, bottom] = [place.y(scale.lines.at(-1) ?? scale.highest) - 7, place.y(scale.lines[0] ?? scale.lowest) + 7];
  if (gap.state === 'not-measured') {
    pen.save();
    pen.beginPath();
    pen.rect(left, top, right - left, bottom - top);
    pen.clip();
    pen.fillStyle = look.paper;
    pen.fillRect(left, top, right - left, bottom - top);
    for (let x = left - (bottom - top); x < right; x += 7) drawLine(pen, [{ x, y: bottom }, { x: x + bottom - top, y: top }], { color: look.staff, width: 0.9 });
    pen.restore();
  }
  writeInGap({ pen, look, middle: { x: (left + right) / 2, y: (top + bottom) / 2 }, width: right - left, text: words.say(gap.state === 'growing' ? 'charts.growing' : 'charts.notMeasured') });
}

type GapText = Pick<StaffDrawing, 'pen' | 'look'> & { middle: Point; width: number; text: string };

/** Upright in lines where the words fit, turned a quarter where they do not; on a patch of paper, to be read over the hatching. */
function writeInGap({ pen, look, middle, width, text }: GapText): void {
  setLettering(pen, look, { color: look.ink, align: 'center' });
  const size = look.labelSize;
  const wholeWidth = pen.measureText(text).width;
  const lines = wholeWidth + 8 <= width ? [text] : text.split(' ');
  const widest = Math.max(...lines.map((line) => pen.measureText(line).width));
  const isTurned = widest > width + 4;
  const written = isTurned ? [text] : lines;
  pen.save();
  pen.translate(middle.x, middle.y);
  if (isTurned) pen.rotate(-Math.PI / 2);
  const patch = { width: (isTurned ? wholeWidth : widest) + 6, height: written.length * size * 1.3 + 4 };
  pen.fillStyle = look.paper;
  pen.fillRect(-patch.width / 2, -patch.height / 2, patch.width, patch.height);
  pen.fillStyle = look.ink;
  written.forEach((line, index) => pen.fillText(line, 0, (index - (written.length - 1) / 2) * size * 1.3 + size * 0.35));
  pen.restore();
}

function drawSeam({ pen, look, words, place }: StaffDrawing, seam: StaffSeam, { isOnly, level }: { isOnly: boolean; level: number }): void {
  const x = place.x(seam.place);
  const y = place.top - 8 - level * look.labelSize * 1.3;
  pen.save();
  pen.setLineDash([5, 4]);
  drawLine(pen, [{ x, y: y - look.labelSize }, { x, y: place.bottom + 4 }], { color: look.ink, width: 1.4 });
  pen.restore();
  setLettering(pen, look, { color: look.ink, strong: true });
  const fits = (text: string, room: number): boolean => pen.measureText(text).width + 8 <= room;
  const before = words.say('charts.countedBefore');
  const day = words.write.longDay(seam.day);
  const long = [words.say('charts.countedSince', { day }), words.say('charts.since', { day })].find((text) => isOnly && fits(text, place.right - x));
  const after = long ?? words.write.shortDay(seam.day);
  const isAfterRight = fits(after, place.right - x + 20);
  pen.textAlign = isAfterRight ? 'left' : 'right';
  pen.fillText(after, isAfterRight ? x + 8 : x - 8, y);
  if (!isOnly || !isAfterRight || !fits(before, x - place.left)) return;
  pen.textAlign = 'right';
  pen.fillText(before, x - 8, y);
}
