import type { ChannelOutlook } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Table } from '../table.js';

type TrendMonth = ChannelOutlook['trend']['months'][number];

/** What each month was, and what it would have been with the channel's usual mix: the most recent first. */
export function MonthTable({ months }: { months: readonly TrendMonth[] }): ReactNode {
  const { t, write } = useTranslation();
  const isAdjusted = months.some(({ adjusted }) => adjusted !== null);
  const people = (rate: number | null): string => (rate === null ? '—' : write.exactPeople(rate));
  return (
    <Table
      caption={t('evidence.months')} isCaptionHidden copies rows={months.toReversed()} keyOf={({ month }) => month}
      columns={[
        { key: 'month', title: t('evidence.months.month'), isHeading: true, cell: ({ month }) => write.monthAndYear(month) },
        { key: 'rate', title: t('evidence.months.rate'), align: 'end', cell: ({ rate }) => people(rate) },
        ...(isAdjusted ? [{ key: 'adjusted', title: t('evidence.months.adjusted'), align: 'end' as const, cell: ({ adjusted }: TrendMonth) => people(adjusted) }] : []),
        { key: 'posts', title: t('evidence.months.posts'), align: 'end', cell: ({ posts }) => write.number(posts, 0) },
      ]}
    />
  );
}
