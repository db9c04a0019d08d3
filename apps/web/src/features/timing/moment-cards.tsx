import { timingRecords, type ChannelOutlook } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { AdviceCard } from '../../ui/advice/advice-card.js';
import { TestLink } from '../../ui/advice/test-link.js';
import { isSure } from './say-verdict.js';

/** The hours and days on which something can be said, with how it is known, and the one test worth proposing. */
export function MomentCards({ outlook }: { outlook: ChannelOutlook }): ReactNode {
  const { t } = useTranslation();
  const told = [...timingRecords(outlook.records, 'hour_band'), ...timingRecords(outlook.records, 'weekday')].map(({ record }) => record);
  const shown = told.filter((record) => isSure(record) || record.verdict === 'test' || record.tested !== undefined);
  if (shown.length === 0) return null;
  return (
    <section className="section" aria-labelledby="timing-cards">
      <header><h2 id="timing-cards">{t('timing.cards')}</h2></header>
      {shown.map((record) => <AdviceCard key={record.id} outlook={outlook} record={record} side={<TestLink record={record} />} />)}
    </section>
  );
}
