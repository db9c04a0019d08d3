import type { IntervalGeometry } from '@portee/shared';
import type { ReactNode } from 'react';
import './interval-marks.css';

/** Lying along a row, more people to the right; or upright under a column, more people on top. */
export type IntervalWay = 'lying' | 'standing';

interface MarksProps {
  at: IntervalGeometry;
  /** A verdict stands on it: the head is full; otherwise hollow. */
  isSure: boolean;
  /** Where across its axis it is drawn, in pixels. */
  middle: number;
  way?: IntervalWay;
}

const [HALF_BAND, HALF_ZERO] = [8, 12];

/**
 * What every drawn interval is made of: a pale band, the line where there is no difference, a note head at the effect.
 * Drawn in shares of the axis, so that nothing is stretched; a range that goes on beyond the axis has no edge there.
 */
export function IntervalMarks({ at, isSure, middle, way = 'lying' }: MarksProps): ReactNode {
  const line = (place: number, half: number): Line => lineAcross(way, { place, from: middle - half, to: middle + half });
  const head = way === 'lying' ? { x: percent(at.effect), y: middle } : { x: middle, y: percent(1 - at.effect) };
  return (
    <>
      <rect className="interval-band" {...bandAlong(way, { from: at.low, to: at.high, middle })} />
      {!at.isCutLow && <line className="interval-edge" {...line(at.low, HALF_BAND)} />}
      {!at.isCutHigh && <line className="interval-edge" {...line(at.high, HALF_BAND)} />}
      <line className="interval-zero" {...line(at.zero, HALF_ZERO)} />
      <svg {...head} overflow="visible"><ellipse className="interval-head" data-sure={isSure} rx="6.4" ry="4.6" transform="rotate(-20)" /></svg>
    </>
  );
}

/** A place on the axis, from 0 to 1, as SVG wants it. */
export function percent(place: number): string {
  return `${String(Math.round(place * 1000) / 10)}%`;
}

type Place = string | number;
type Line = Record<'x1' | 'x2' | 'y1' | 'y2', Place>;

function lineAcross(way: IntervalWay, { place, from, to }: { place: number; from: number; to: number }): Line {
  return way === 'lying'
    ? { x1: percent(place), x2: percent(place), y1: from, y2: to }
    : { x1: from, x2: to, y1: percent(1 - place), y2: percent(1 - place) };
}

function bandAlong(way: IntervalWay, { from, to, middle }: { from: number; to: number; middle: number }): Record<'x' | 'y' | 'width' | 'height', Place> {
  const [length, thick, across] = [percent(to - from), 2 * HALF_BAND, middle - HALF_BAND];
  return way === 'lying' ? { x: percent(from), width: length, y: across, height: thick } : { x: across, width: thick, y: percent(1 - to), height: length };
}
