import { intervalGeometry, type Interval, type IntervalWords } from '@portee/shared';
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

/** The interval as the PDF draws it, laid out anew at each width, with its values and its axis in words. */
export function IntervalPicture({ interval, words, isSure }: IntervalProps): ReactNode {
  const at = intervalGeometry(interval);
  return (
    <div className="interval" role="img" aria-label={words.label}>
      <svg width="100%" height="60" aria-hidden="true">
        <IntervalMarks at={at} isSure={isSure} middle={32} />
        <text className="interval-effect" x={percent(at.effect)} y="13" textAnchor="middle">{words.effect}</text>
        <text x={percent(at.low)} y="57" textAnchor="end">{words.low}</text>
        <text x={percent(at.high)} y="57" textAnchor="start">{words.high}</text>
      </svg>
      <IntervalAxis namesPeople />
    </div>
  );
}
