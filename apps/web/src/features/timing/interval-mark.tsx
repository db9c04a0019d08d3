import { intervalGeometry, type Interval } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';

interface IntervalProps {
  interval: Interval;
  /** Half the axis, the same for all that stand beside each other. */
  span: number;
  /** A verdict stands on it: the head is full. */
  isSure: boolean;
}

const percent = (place: number): string => `${String(Math.round(place * 1000) / 10)}%`;

/** An interval lying down, under a row's axis: a pale band, a note head, drawn in shares of its width so that nothing is stretched. */
export function LyingInterval({ interval, span, isSure }: IntervalProps): ReactNode {
  const at = intervalGeometry(interval, span);
  return (
    <svg className="slot-interval" data-way="lying" height="22" aria-hidden="true">
      <rect x={percent(at.low)} width={percent(at.high - at.low)} y="3.5" height="15" rx="2" />
      <Head x={percent(at.effect)} y="11" isSure={isSure} />
    </svg>
  );
}

/** The same upright, under a column of the grid: more people is up. */
export function StandingInterval({ interval, span, isSure }: IntervalProps): ReactNode {
  const at = intervalGeometry(interval, span);
  return (
    <svg className="slot-interval" data-way="standing" width="26" aria-hidden="true">
      <rect x="4.5" width="17" y={percent(1 - at.high)} height={percent(at.high - at.low)} rx="2" />
      <Head x="13" y={percent(1 - at.effect)} isSure={isSure} />
    </svg>
  );
}

function Head({ x, y, isSure }: { x: string; y: string; isSure: boolean }): ReactNode {
  return <svg x={x} y={y} overflow="visible"><ellipse data-sure={isSure} rx="6" ry="4.4" transform="rotate(-20)" /></svg>;
}

/** Over a column of intervals: what it asks, and which way is more. */
export function AxisWords({ title, isHeading = false }: { title: string; isHeading?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {isHeading ? <h3>{title}</h3> : title}
      <span className="axis-words" aria-hidden="true"><span>{t('timing.less')}</span><span>{t('timing.same')}</span><span>{t('timing.more')}</span></span>
    </>
  );
}
