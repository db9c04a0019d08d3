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
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
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
const FLATNESS = 0.7;

export interface Head { radius: number; fill: string | null; stroke: string | null; width?: number }

/** A tilted ellipse: filled, hollow (fill null) or both. */
export function drawHead(pen: Pen, at: Point, { radius, fill, stroke, width = 1.4 }: Head): void {
  traceHead(pen, at, radius);
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

/** Control length of the four curves that make a circle. */
const KAPPA = 0.5523;

/** The outline of a head as four curves: an SVG canvas writes `ellipse` out as hundreds of segments, thirty times as long. */
function traceHead(pen: Pen, { x, y }: Point, radius: number): void {
  const place = (along: number, across: number): [number, number] => [
    x + radius * (along * Math.cos(TILT) - across * FLATNESS * Math.sin(TILT)),
    y + radius * (along * Math.sin(TILT) + across * FLATNESS * Math.cos(TILT)),
  ];
  pen.beginPath();
  pen.moveTo(...place(1, 0));
  pen.bezierCurveTo(...place(1, KAPPA), ...place(KAPPA, 1), ...place(0, 1));
  pen.bezierCurveTo(...place(-KAPPA, 1), ...place(-1, KAPPA), ...place(-1, 0));
  pen.bezierCurveTo(...place(-1, -KAPPA), ...place(-KAPPA, -1), ...place(0, -1));
  pen.bezierCurveTo(...place(KAPPA, -1), ...place(1, -KAPPA), ...place(1, 0));
  pen.closePath();
}

export interface Stroke { color: string; width: number }

export function drawLine(pen: Pen, points: readonly Point[], { color, width }: Stroke): void {
  pen.beginPath();
  points.forEach(({ x, y }, index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.strokeStyle = color;
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
