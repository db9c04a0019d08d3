import { comparedName, comparedWords, sharesAreNotPeople, type ChannelOutlook, type ComparedChannel, type Recommendation } from '@portee/shared';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../locales/translation.js';
import { IntervalAxis } from '../../ui/advice/interval-line.js';
import { hasInterval, VerdictLine, verdictSpan } from '../../ui/advice/verdict-line.js';
import { Failure } from '../../ui/failure.js';
import { ChannelName } from './channels-table.js';

interface ComparisonProps { channels: readonly ComparedChannel[]; outlooks: UseQueryResult<ChannelOutlook[]> }

/** What the figures bear when channels are compared month by month: each against the others, with its likely range. */
export function Comparison({ channels, outlooks }: ComparisonProps): ReactNode {
  const { t, locale, write } = useTranslation();
  if (outlooks.error !== null) return <div className="query-failure"><Failure error={outlooks.error} onRetry={() => { void outlooks.refetch(); }} /></div>;
  const lines = linesOf(channels, outlooks.data ?? []);
  if (channels.length < 2) return null;
  const absent = channels.filter((channel) => lines.every((line) => line.channel !== channel)).map((channel) => comparedName(channel, channels));
  return (
    <section className="section channels-verdicts" aria-labelledby="channels-verdicts">
      <header><h2 id="channels-verdicts">{t('channels.compared.title')}</h2><p>{sharesAreNotPeople(channels, comparedWords(locale))}</p><p>{t('channels.compared.text')}</p>{lines.length > 0 && absent.length > 0 && <p>{t('channels.compared.absent', { channels: write.list(absent) })}</p>}</header>
      {lines.length > 0 && <Lines lines={lines} />}
    </section>
  );
}

interface Line { channel: ComparedChannel; record: Recommendation }

function Lines({ lines }: { lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation();
  const records = lines.map(({ record }) => record);
  const span = verdictSpan(records);
  return (
    <div>
      {hasInterval(records) && <IntervalAxis />}
      <ul aria-label={t('channels.compared.title')}>
        {lines.map(({ channel, record }) => <li key={record.id}><ChannelName channel={channel} /><VerdictLine verdict={record} span={span} /></li>)}
      </ul>
    </div>
  );
}

function linesOf(channels: readonly ComparedChannel[], outlooks: readonly ChannelOutlook[]): Line[] {
  return channels.flatMap((channel) => {
    const record = outlooks.flatMap(({ records }) => records).find(({ kind, channelId, reason }) => kind === 'comparison' && channelId === channel.channelId && reason !== 'no-reach');
    return record === undefined ? [] : [{ channel, record }];
  });
}
