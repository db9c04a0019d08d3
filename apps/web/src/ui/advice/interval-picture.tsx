import { intervalGeometry, type Interval, type IntervalWords } from '@portee/shared';
import type { ReactNode } from 'react';
import './interval-picture.css';

interface IntervalProps {
  interval: Interval;
  words: IntervalWords;
  /** A verdict stands on it: the head is full; otherwise hollow. */
  isSure: boolean;
  /** Half the axis, where several stand under each other. */
  span?: number;
}

/** The interval as the PDF draws it, laid out anew at each width: a pale band, a note head at the effect, a line where there is no difference. */
export function IntervalPicture({ interval, words, isSure, span }: IntervalProps): ReactNode {
  const at = intervalGeometry(interval, span);
  return (
    <div className="interval" role="img" aria-label={words.label}>
      <svg width="100%" height="60" aria-hidden="true">
        <rect className="interval-band" x={share(at.low)} y="24" width={share(at.high - at.low)} height="16" />
        <Edge from={at.low} isCut={at.isCutLow} /><Edge from={at.high} isCut={at.isCutHigh} />
        <line className="interval-zero" x1={share(at.zero)} x2={share(at.zero)} y1="18" y2="46" />
        <svg x={share(at.effect)} y="32" overflow="visible"><ellipse className="interval-head" data-sure={isSure} rx="6.6" ry="4.8" transform="rotate(-20)" /></svg>
        <text className="interval-effect" x={share(at.effect)} y="13" textAnchor="middle">{words.effect}</text>
        <text x={share(at.low)} y="57" textAnchor="end">{words.low}</text>
        <text x={share(at.high)} y="57" textAnchor="start">{words.high}</text>
      </svg>
      <p className="interval-axis" aria-hidden="true"><span>{words.less}</span><span>{words.same}</span><span>{words.more}</span></p>
    </div>
  );
}

/** A range that goes on beyond the axis has no edge there. */
function Edge({ from, isCut }: { from: number; isCut: boolean }): ReactNode {
  return isCut ? null : <line className="interval-edge" x1={share(from)} x2={share(from)} y1="24" y2="40" />;
}

function share(place: number): string {
  return `${String(Math.round(place * 1000) / 10)}%`;
}
