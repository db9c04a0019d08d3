import { adviceWords, intervalGeometry, intervalOf, intervalSpan, isSureOf, verdictLine, type Interval, type VerdictRecord } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import './verdict-line.css';

/** Half the axis on which these verdicts can be compared with each other. */
export function verdictSpan(verdicts: readonly VerdictRecord[]): number {
  return intervalSpan(verdicts.flatMap((verdict) => intervalOf(verdict) ?? []));
}

/** A verdict in one line: its interval drawn small around « autant », how sure it is, and its likely range. */
export function VerdictLine({ verdict, span }: { verdict: VerdictRecord; span: number }): ReactNode {
  const { spoken } = useTranslation();
  const { state, detail, isSure, interval } = verdictLine(verdict, adviceWords(spoken));
  return (
    <span className="verdict-line" data-sure={isSure}>
      {interval !== null && <IntervalLine interval={interval} span={span} isSure={isSure} />}
      <b>{state}</b>
      {detail !== null && <small>{detail}</small>}
    </span>
  );
}

/** The interval of a verdict alone, beside a sentence that says it; nothing where there is none. */
export function VerdictInterval({ verdict }: { verdict: VerdictRecord }): ReactNode {
  const interval = intervalOf(verdict);
  if (interval === null) return null;
  return <span className="verdict-line"><IntervalLine interval={interval} span={verdictSpan([verdict])} isSure={isSureOf(verdict)} /><VerdictAxis /></span>;
}

/** A pale band, a note at the effect (full where a verdict stands on it), and the line where there is no difference. */
export function IntervalLine({ interval, span, isSure }: { interval: Interval; span: number; isSure: boolean }): ReactNode {
  const at = intervalGeometry(interval, span);
  return (
    <svg width="100%" height="24" aria-hidden="true">
      <rect x={share(at.low)} y="4" width={share(at.high - at.low)} height="16" />
      <line x1={share(at.zero)} x2={share(at.zero)} y1="0" y2="24" />
      <svg x={share(at.effect)} y="12" overflow="visible"><ellipse data-sure={isSure} rx="6.4" ry="4.6" transform="rotate(-20)" /></svg>
    </svg>
  );
}

/** Over a column of them: which way is more. For the eye only; the words say it. */
export function VerdictAxis(): ReactNode {
  const { spoken } = useTranslation();
  const { say } = adviceWords(spoken);
  return <span className="verdict-axis" aria-hidden="true"><span>{say('advice.axis.less')}</span><span>{say('advice.axis.same')}</span><span>{say('advice.axis.more')}</span></span>;
}

function share(place: number): string {
  return `${String(Math.round(place * 1000) / 10)}%`;
}
