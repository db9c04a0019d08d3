import { intervalGeometry, type Interval, type IntervalGeometry, type IntervalWords } from '@portee/shared';
import type { ReactNode } from 'react';
import { IntervalAxis } from './interval-line.js';
import { IntervalMarks, percent } from './interval-marks.js';
import './interval-picture.css';

interface IntervalProps {
  interval: Interval;
  words: IntervalWords;
  /** A verdict stands on it: its effect is written. */
  isSure: boolean;
}

/** Part of the axis that holds both bounds written under the band. */
const ROOMY = 0.16;

/** A bound towards « autant » would be read as its value: it is written under the band, where there is room. */
function inward({ low, high }: IntervalGeometry, isTowardsZero: boolean): boolean {
  return isTowardsZero && high - low >= ROOMY;
}

/** The interval as the PDF draws it, laid out anew at each width, with its values and its axis in words. */
export function IntervalPicture({ interval, words, isSure }: IntervalProps): ReactNode {
  const at = intervalGeometry(interval);
  return (
    <div className="interval" role="img" aria-label={words.label}>
      <svg width="100%" height="60" aria-hidden="true">
        <IntervalMarks at={at} isSure={isSure} middle={32} />
        <text className="interval-effect" x={percent(at.effect)} y="13" textAnchor="middle">{words.effect}</text>
        <text x={percent(at.low)} y="57" textAnchor={inward(at, at.low > at.zero) ? 'start' : 'end'}>{words.low}</text>
        <text x={percent(at.high)} y="57" textAnchor={inward(at, at.high < at.zero) ? 'end' : 'start'}>{words.high}</text>
      </svg>
      <IntervalAxis namesPeople />
    </div>
  );
}
