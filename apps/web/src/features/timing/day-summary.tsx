import { adviceWords, capitalised, sayEffect, sayLevel, spreadOf, standingOf, timingRecords, timingWords, type Recommendation, type TimingLevel } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation, type Translation } from '../../locales/translation.js';
import { isSure } from './say-verdict.js';

/** What is to be said of the weekdays together: those that stand out by name, the others by the widest range they leave open. */
export function DaySummary({ records }: { records: readonly Recommendation[] }): ReactNode {
  const translation = useTranslation();
  const { t, locale } = translation;
  const standing = standingOf(records, 'weekday');
  if (standing.kind === 'few') return <p className="day-summary">{t('timing.days.few')}</p>;
  if (standing.kind === 'one-level') return <p className="day-summary">{t(standing.isAll ? 'timing.days.all' : 'timing.days.oneLevel', { when: sayLevel(standing.level, timingWords(locale)) })}</p>;
  const named = timingRecords(records, 'weekday').filter(({ record }) => isSure(record) || record.verdict === 'test');
  return (
    <div className="day-summary">
      {named.map(({ level, record }) => <p key={level} data-sure={isSure(record)}>{sayNamed(level, record, translation)}</p>)}
      {named.length > 0 ? <p>{t('timing.days.others')}</p> : <><p><b>{t('timing.days.none')}</b></p><p>{sayRange(records, translation)}</p></>}
    </div>
  );
}

/** « Le jeudi : environ +16 %, indice solide » */
function sayNamed(level: TimingLevel, record: Recommendation, { t, locale }: Translation): string {
  const when = capitalised(sayLevel(level, timingWords(locale)));
  return isSure(record) && record.effect !== null ? t('timing.days.sure', { when, effect: sayEffect(record.effect, adviceWords(locale)) }) : t('timing.days.test', { when });
}

function sayRange(records: readonly Recommendation[], { t, locale }: Translation): string | null {
  const spread = spreadOf(records, 'weekday');
  return spread === null ? null : t('timing.days.range', { low: sayEffect(spread.low, adviceWords(locale)), high: sayEffect(spread.high, adviceWords(locale)) });
}
