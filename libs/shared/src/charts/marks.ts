import type { Point } from './pen.js';

/**
 * A small drawing as a list of marks: the web sets them as SVG elements in the colours of its theme, paper in its own.
 * Places are pixels from the upper left corner; a drawing is laid out anew at each width, so that labels keep their size.
 */
export type Mark =
  | { kind: 'line'; role: 'staff' | 'axis' | 'usual' | 'seam'; points: readonly Point[] }
  | { kind: 'area'; role: 'band'; points: readonly Point[] }
  /** `not-measured` is hatched; bars stand on the axis. */
  | { kind: 'box'; role: 'not-measured' | 'bar' | 'pale-bar'; at: Point; width: number; height: number }
  /** A tilted note head; `few`: pale, it rests on few posts. */
  | { kind: 'head'; role: 'usual' | 'few'; at: Point; radius: number }
  | { kind: 'text'; role: 'quiet' | 'plain' | 'strong' | 'accent'; at: Point; anchor: 'start' | 'middle' | 'end'; text: string; isTurned?: boolean };

export interface Drawing { width: number; height: number; marks: Mark[] }

/** Size of labels on a screen, and how wide a letter of that size is on average. */
export const LABEL_SIZE = 14;
const LETTER = 0.54;

/** About how wide a text stands, in pixels: good enough to choose between two places for it. */
export function textWidth(text: string, size = LABEL_SIZE): number {
  return text.length * LETTER * size;
}
