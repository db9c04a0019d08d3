import { LABEL_SIZE, lightLook, type Drawing, type Mark } from '@portee/shared';
import { INNER, pictureLook, type Painting } from './picture.js';

/** Labels of small drawings are as large as a picture's words. */
const ZOOM = 1.25;
const CAPTION = { font: `650 17px ${lightLook.textFont}`, height: 34 };
const BETWEEN = 28;

/** A small drawing, with whose it is where there are several. */
export interface CaptionedDrawing {
  caption: string | null;
  draw: (width: number) => Drawing;
}

/** Small drawings, one under the other, in the colours that `small-drawing.css` gives their marks on a light page. */
export function marksPainting(drawings: readonly CaptionedDrawing[]): Painting {
  const laid = drawings.map(({ caption, draw }) => ({ caption, drawing: draw(INNER / ZOOM) }));
  const heights = laid.map(({ caption, drawing }) => (caption === null ? 0 : CAPTION.height) + drawing.height * ZOOM);
  return {
    height: heights.reduce((sum, height) => sum + height, 0) + BETWEEN * Math.max(0, laid.length - 1),
    paint: (context) => {
      for (const [place, { caption, drawing }] of laid.entries()) {
        if (caption !== null) paintCaption(context, caption);
        context.save();
        context.translate(0, caption === null ? 0 : CAPTION.height);
        context.scale(ZOOM, ZOOM);
        for (const mark of drawing.marks) paintMark(context, mark);
        context.restore();
        context.translate(0, (heights[place] ?? 0) + BETWEEN);
      }
    },
  };
}

function paintCaption(context: CanvasRenderingContext2D, caption: string): void {
  context.font = CAPTION.font;
  context.fillStyle = pictureLook.ink;
  context.textBaseline = 'top';
  context.fillText(caption, 0, 0);
}

function paintMark(context: CanvasRenderingContext2D, mark: Mark): void {
  context.save();
  context.setLineDash([]);
  context.lineJoin = 'round';
  if (mark.kind === 'text') paintText(context, mark);
  else if (mark.kind === 'head') paintHead(context, mark);
  else paintShape(context, mark);
  context.restore();
}

const { staff, outline, ink, accent, accentText, band, pale, quiet, paper } = pictureLook;

const lines = { staff: { colour: staff, width: 1 }, axis: { colour: outline, width: 1 }, usual: { colour: accent, width: 2 }, seam: { colour: ink, width: 1.4 } };
const fills = { 'band': band, 'bar': accent, 'pale-bar': pale, 'not-measured': null };

function paintShape(context: CanvasRenderingContext2D, mark: Exclude<Mark, { kind: 'text' | 'head' }>): void {
  context.beginPath();
  if (mark.kind === 'box') context.rect(mark.at.x, mark.at.y, mark.width, mark.height);
  else for (const { x, y } of mark.points) context.lineTo(x, y);
  if (mark.kind === 'line') {
    const { colour, width } = lines[mark.role];
    if (mark.role === 'seam') context.setLineDash([5, 4]);
    stroke(context, colour, width);
    return;
  }
  const fill = fills[mark.role];
  if (mark.kind === 'box' && fill === null) {
    hatch(context, mark);
    return;
  }
  context.closePath();
  context.fillStyle = fill ?? paper;
  context.fill();
  if (mark.role === 'band') stroke(context, pale, 1);
  if (mark.role === 'pale-bar') stroke(context, accent, 1);
}

/** Slanting lines within the box that was begun. */
function hatch(context: CanvasRenderingContext2D, { at, width, height }: { at: { x: number; y: number }; width: number; height: number }): void {
  context.clip();
  context.beginPath();
  for (let along = -height; along < width; along += 10) {
    context.moveTo(at.x + along, at.y + height);
    context.lineTo(at.x + along + height, at.y);
  }
  stroke(context, staff, 1.8);
}

function paintHead(context: CanvasRenderingContext2D, { at, radius, role }: Extract<Mark, { kind: 'head' }>): void {
  context.beginPath();
  context.ellipse(at.x, at.y, radius, radius * 0.72, -Math.PI / 9, 0, 2 * Math.PI);
  // A ring of paper holds the head off the lines behind it; a pale one has its own.
  if (role === 'usual') stroke(context, paper, 3.2);
  context.fillStyle = role === 'usual' ? accent : pale;
  context.fill();
  if (role === 'few') stroke(context, accent, 1.4);
}

const inks = { quiet, plain: ink, strong: ink, accent: accentText };

function paintText(context: CanvasRenderingContext2D, { at, anchor, role, text, isTurned }: Extract<Mark, { kind: 'text' }>): void {
  context.translate(at.x, at.y);
  if (isTurned === true) context.rotate(-Math.PI / 2);
  context.font = `${role === 'strong' || role === 'accent' ? String(pictureLook.strongWeight) : '400'} ${String(LABEL_SIZE)}px ${pictureLook.textFont}`;
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  context.textBaseline = 'alphabetic';
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.strokeText(text, 0, 0);
  context.fillStyle = inks[role];
  context.fillText(text, 0, 0);
}

function stroke(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
