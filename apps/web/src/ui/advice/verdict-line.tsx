import { adviceWords, intervalOf, intervalSpan, isSureOf, verdictLine, type Interval, type VerdictLine as SaidVerdict, type VerdictRecord } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { IntervalAxis, IntervalLine } from './interval-line.js';
import './verdict-line.css';

/** Half the axis on which these verdicts can be compared with each other. */
export function verdictSpan(verdicts: readonly VerdictRecord[]): number {
  return intervalSpan(verdicts.flatMap((verdict) => intervalOf(verdict) ?? []));
}

/** Whether any of these has an interval to draw: an axis over none would measure nothing. */
export function hasInterval(verdicts: readonly VerdictRecord[]): boolean {
  return verdicts.some((verdict) => intervalOf(verdict) !== null);
}

/** A verdict in one line: its interval drawn small around « autant », how sure it is, and its likely range. */
export function VerdictLine({ verdict, span }: { verdict: VerdictRecord; span: number }): ReactNode {
  const { locale } = useTranslation();
  const said = verdictLine(verdict, adviceWords(locale));
  return <WrittenVerdict said={said} interval={said.interval} span={span} />;
}

/** The same of a verdict whose words are there already. */
export function WrittenVerdict({ said: { state, detail, isSure }, interval, span }: { said: Omit<SaidVerdict, 'interval'>; interval: Interval | null; span: number }): ReactNode {
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
  return <span className="verdict-line"><IntervalLine interval={interval} span={verdictSpan([verdict])} isSure={isSureOf(verdict)} /><IntervalAxis /></span>;
}
