import { passedOnWords, sayPace, seriesTitle, type ChannelOutlook, type ChannelPassedOn } from '@portee/shared';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { Explained } from '../../ui/explain.js';
import { GroupTable } from './group-table.js';
import { ReachVerdict } from './reach-verdict.js';

/** Recurring appointments, as they are found in the texts. */
export function SeriesSection({ series, outlook }: Pick<ChannelPassedOn, 'series'> & { outlook: ChannelOutlook | null }): ReactNode {
  const { t, locale } = useTranslation();
  const words = passedOnWords(locale);
  return (
    <section className="section" aria-labelledby="sharing-series">
      <header><Explained word="series" what={seriesTitle(series.length, words)}><h2 id="sharing-series">{seriesTitle(series.length, words)}</h2></Explained><p>{t('sharing.series.text')}</p></header>
      {series.length > 0 && (
        <>
          <GroupTable caption={t('sharing.series.caption')} what={t('sharing.col.series')} rows={series} nameOf={({ name }) => name} detailOf={(one) => sayPace(one, words)} />
          <ReachVerdict outlook={outlook} dimension="rendezvous" title={t('sharing.series.reach')} />
        </>
      )}
    </section>
  );
}
