import { adviceWords, FEW_POSTS, intervalGeometry, intervalSpan, sayEffect, sayState, type Interval, type Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import './verdict-line.css';

type Verdict = Pick<Recommendation, 'dimension' | 'verdict' | 'reason' | 'effect' | 'low' | 'high' | 'posts'>;

/** Half the axis on which these verdicts can be compared with each other. */
export function verdictSpan(verdicts: readonly Verdict[]): number {
  return intervalSpan(verdicts.flatMap((verdict) => intervalOf(verdict) ?? []));
}

/** A verdict in one line: its interval drawn small around « autant », how sure it is, and its likely range. */
export function VerdictLine({ verdict, span }: { verdict: Verdict; span: number }): ReactNode {
  const { t, spoken } = useTranslation();
  const words = adviceWords(spoken);
  const interval = intervalOf(verdict);
  const isSure = isSureOf(verdict);
  const { state } = sayState(verdict, words);
  return (
    <span className="verdict-line" data-sure={isSure}>
      {interval !== null && <IntervalLine interval={interval} span={span} isSure={isSure} />}
      <b>{isSure && interval !== null ? t('verdict.sure', { state, effect: sayEffect(interval.effect, words) }) : state}</b>
      {interval !== null && verdict.verdict !== 'test' && <small>{t('verdict.range', { low: sayEffect(interval.low, words), high: sayEffect(interval.high, words) })}</small>}
      {verdict.verdict === 'not_enough_data' && verdict.reason === 'too-few-posts' && <small>{verdict.posts < FEW_POSTS ? t('verdict.posts', { posts: verdict.posts }) : t('verdict.others')}</small>}
    </span>
  );
}

/** The interval of a verdict alone, beside a sentence that says it; nothing where there is none. */
export function VerdictInterval({ verdict }: { verdict: Verdict }): ReactNode {
  const interval = intervalOf(verdict);
  if (interval === null) return null;
  return <span className="verdict-line"><IntervalLine interval={interval} span={verdictSpan([verdict])} isSure={isSureOf(verdict)} /><VerdictAxis /></span>;
}

function isSureOf({ verdict }: Verdict): boolean {
  return verdict === 'do_more' || verdict === 'do_less';
}

/** A pale band, a note at the effect (full where a verdict stands on it), and the line where there is no difference. */
function IntervalLine({ interval, span, isSure }: { interval: Interval; span: number; isSure: boolean }): ReactNode {
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
  const { t } = useTranslation();
  return <span className="verdict-axis" aria-hidden="true"><span>{t('verdict.less')}</span><span>{t('verdict.same')}</span><span>{t('verdict.more')}</span></span>;
}

function intervalOf({ effect, low, high }: Verdict): Interval | null {
  return effect === null || low === null || high === null ? null : { effect, low, high };
}

function share(place: number): string {
  return `${String(Math.round(place * 1000) / 10)}%`;
}
