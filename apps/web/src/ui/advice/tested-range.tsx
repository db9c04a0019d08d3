import { intervalOf, intervalWords, isSureOf, type AdviceWords, type Recommendation } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { IntervalPicture } from './interval-picture.js';

interface TestedRangeProps { record: Pick<Recommendation, 'effect' | 'low' | 'high' | 'verdict'>; words: AdviceWords }

/** What an experiment found, drawn, and why it may be believed. */
export function TestedRange({ record, words }: TestedRangeProps): ReactNode {
  const { t } = useTranslation();
  const interval = intervalOf(record);
  if (interval === null) return null;
  const isSure = isSureOf(record);
  return (
    <>
      <IntervalPicture interval={interval} isSure={isSure} words={intervalWords(interval, words, isSure)} />
      <details className="evidence"><summary><span>{t('evidence.open')}</span></summary><p>{t('evidence.tested')}</p></details>
    </>
  );
}
