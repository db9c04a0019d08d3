import type { ChartLook } from './chart-look.js';

/** The few methods of a canvas context that the charts draw with: a browser's, or the PDF's SVG canvas. */
export interface Pen {
  fillStyle: unknown; strokeStyle: unknown; lineWidth: number; font: string;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'alphabetic' | 'middle' | 'top' | 'bottom' | 'hanging' | 'ideographic';
  lineJoin: 'bevel' | 'miter' | 'round';
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  ellipse(x: number, y: number, radiusX: number, radiusY: number, rotation: number, start: number, end: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
  setLineDash(segments: number[]): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
}

export interface Point { x: number; y: number }

/** A note head is tilted as in printed music, in radians. */
const TILT = -0.36;

export interface Head { radius: number; fill: string | null; stroke: string | null; width?: number }

/** A tilted ellipse: filled, hollow (fill null) or both. */
export function drawHead(pen: Pen, at: Point, { radius, fill, stroke, width = 1.4 }: Head): void {
  pen.beginPath();
  pen.ellipse(at.x, at.y, radius, radius * 0.7, TILT, 0, 2 * Math.PI);
  if (fill !== null) {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke !== null) {
    pen.strokeStyle = stroke;
    pen.lineWidth = width;
    pen.stroke();
  }
}

export function drawLine(pen: Pen, points: readonly Point[], stroke: string, width: number): void {
  pen.beginPath();
  points.forEach(({ x, y }, index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.lineJoin = 'round';
  pen.stroke();
}

interface Lettering { color: string; align?: Pen['textAlign']; strong?: boolean; size?: number; head?: boolean }

/** Sets the font and colour for `fillText`, in the look's own type. */
export function setLettering(pen: Pen, look: ChartLook, { color, align = 'left', strong = false, size = look.labelSize, head = false }: Lettering): void {
  pen.font = `${strong ? look.strongWeight : 400} ${size}px ${head ? look.headFont : look.textFont}`;
  pen.fillStyle = color;
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
}
