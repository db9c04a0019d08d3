import { adviceWords, intervalGeometry, type Interval } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { IntervalMarks, type IntervalWay } from './interval-marks.js';

interface LineProps {
  interval: Interval;
  /** Half the axis, the same for all that stand beside each other. */
  span: number;
  isSure: boolean;
  way?: IntervalWay;
}

/** An interval drawn small, for the eye only: the words beside it say it. */
export function IntervalLine({ interval, span, isSure, way = 'lying' }: LineProps): ReactNode {
  return <svg className="interval-line" data-way={way} aria-hidden="true"><IntervalMarks at={intervalGeometry(interval, span)} isSure={isSure} middle={12} way={way} /></svg>;
}

interface AxisProps {
  /** Where nothing around it says what there is more of. */
  namesPeople?: boolean;
}

/** Over a column of them: which way is more. For the eye only; the words say it. */
export function IntervalAxis({ namesPeople = false }: AxisProps): ReactNode {
  const { locale } = useTranslation();
  const { say } = adviceWords(locale);
  return <span className="interval-axis" aria-hidden="true"><span>{say('advice.axis.less')}</span><span>{say('advice.axis.same')}</span><span>{say(namesPeople ? 'advice.axis.people' : 'advice.axis.more')}</span></span>;
}
