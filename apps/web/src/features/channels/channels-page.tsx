import { comparedTitle, comparedWords, type ComparedChannel } from '@portee/shared';
import type { ReactNode } from 'react';
import { useCurrentOrganisation } from '../../api/current-organisation.js';
import { useMonthlyReport } from '../../api/organisation.queries.js';
import { useOutlooks } from '../../api/outlook.queries.js';
import { useTranslation } from '../../locales/translation.js';
import { Below } from '../../ui/below.js';
import { ButtonLink } from '../../ui/button.js';
import { PageHeading, useDocumentTitle } from '../../ui/page-heading.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState, LoadingState } from '../../ui/states.js';
import { useAddress, withParameter } from '../../ui/use-address.js';
import { useMonth } from '../../ui/use-month.js';
import { ChannelsTable } from './channels-table.js';
import { useComparedChannels } from '../../api/compared-channels.queries.js';
import { Comparison } from './comparison.js';
import { readSort, writeSort } from './sort-channels.js';
import { StandIns } from './stand-ins.js';
import { YearGrid } from './year-grid.js';
import './channels.css';

/** Name of the order in the address: `?tri=-portee`. */
const SORT_PARAMETER = 'tri';

/** Channels side by side, each with what its network tells. */
export function ChannelsPage(): ReactNode {
  const { t } = useTranslation();
  const { name } = useCurrentOrganisation();
  const { month } = useMonth();
  useDocumentTitle(t('nav.channels'), name);
  const compared = useComparedChannels(month);
  // The heading says what they tell: it would push everything down if it came later.
  const isSaid = useOutlooks().isFetched;
  return (
    <div aria-busy={compared.isPlaceholderData}>
      <QueryView query={compared} heading={t('nav.channels')}>
        {(channels) => (channels.length === 0 ? <NoChannels /> : isSaid ? <Channels channels={channels} month={month} /> : <><h1 className="visually-hidden">{t('nav.channels')}</h1><LoadingState /></>)}
      </QueryView>
    </div>
  );
}

function NoChannels(): ReactNode {
  const { t, locale } = useTranslation();
  const { slug } = useCurrentOrganisation();
  return (
    <EmptyState
      heading={<PageHeading>{comparedTitle({ channels: [], records: null }, comparedWords(locale))}</PageHeading>}
      action={<ButtonLink kind="act" to={`/o/${slug}/donnees`}>{t('channels.none.do')}</ButtonLink>}
    >
      {t('channels.none.text')}
    </EmptyState>
  );
}

function Channels({ channels, month }: { channels: readonly ComparedChannel[]; month: string }): ReactNode {
  const { t, locale } = useTranslation();
  const { slug } = useCurrentOrganisation();
  const [address, change] = useAddress();
  const outlooks = useOutlooks();
  const report = useMonthlyReport(slug, month);
  const records = outlooks.data?.flatMap((outlook) => outlook.records) ?? null;
  return (
    <>
      <div className="page-title"><PageHeading>{comparedTitle({ channels, records }, comparedWords(locale))}</PageHeading></div>
      <Comparison channels={channels} outlooks={outlooks} />
      <section className="section channels-table" aria-labelledby="channels-table">
        <header><h2 id="channels-table">{t('channels.table.title', { count: channels.length })}</h2><p>{t('channels.table.text')}</p></header>
        <ChannelsTable
          channels={channels} month={month} sort={readSort(address.get(SORT_PARAMETER))}
          onSort={(sort) => { change(withParameter(SORT_PARAMETER, writeSort(sort)), { replace: false }); }}
        />
        <StandIns channels={channels} month={month} />
      </section>
      <Below><QueryView query={report}>{(value) => <YearGrid report={value} />}</QueryView></Below>
    </>
  );
}
