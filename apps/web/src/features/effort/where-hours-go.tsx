import type { Channel, ComparedChannel } from '@portee/shared';
import type { ReactNode } from 'react';
import { useComparedChannels } from '../../api/compared-channels.queries.js';
import { writeHours } from '../../format/hours.js';
import { useTranslation } from '../../locales/translation.js';
import { ExplainLine } from '../../ui/explain.js';
import { Failure } from '../../ui/failure.js';
import { Table } from '../../ui/table.js';
import { useOwnNames } from '../../ui/use-channel-names.js';

interface Worked { channel: ComparedChannel; hours: number }

/** Over twelve months: which channels take the hours, and what an hour brings there. Totals both said, nobody ranked. */
export function WhereHoursGo({ month, channels }: { month: string; channels: readonly Channel[] }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useOwnNames(channels);
  const compared = useComparedChannels(month);
  if (compared.data === undefined) return compared.error === null ? null : <section className="section"><Failure error={compared.error} onRetry={() => { void compared.refetch(); }} /></section>;
  const worked = compared.data.flatMap((channel) => (channel.hours === null ? [] : [{ channel, hours: channel.hours }])).toSorted((a, b) => b.hours - a.hours);
  const all = worked.reduce((sum, { hours }) => sum + hours, 0);
  const [first] = worked;
  if (first === undefined || all === 0) return null;
  return (
    <section className="section effort-where" aria-labelledby="effort-where" data-stale={compared.isPlaceholderData}>
      <header><h2 id="effort-where">{areAlike(worked) ? t('effort.where.title', { channel: nameOf(first.channel.channelId), percent: Math.round((first.hours / all) * 100) }) : t('effort.where.title.uneven')}</h2><p>{t('effort.where.text')}</p></header>
      <HoursTable worked={worked} all={all} nameOf={nameOf} />
      <ExplainLine words={[{ word: 'effort', what: t('effort.hours') }, { word: 'contacts', what: t('effort.contacts') }, { word: 'perHour', what: t('channels.col.heure') }]} />
    </section>
  );
}

/** Whether hours may be set against each other: of several channels, noted as often. */
function areAlike(worked: readonly Worked[]): boolean {
  return worked.length > 1 && new Set(worked.map(({ channel }) => channel.monthsWithHours)).size === 1;
}

function HoursTable({ worked, all, nameOf }: { worked: readonly Worked[]; all: number; nameOf: (channelId: string) => string }): ReactNode {
  const { t, write, locale } = useTranslation();
  return (
    <Table
      caption={t('effort.where.caption')} isCaptionHidden copies rows={worked} keyOf={({ channel }) => channel.channelId} narrow="stack"
      columns={[
        { key: 'channel', title: t('channels.col.canal'), isHeading: true, cell: ({ channel }) => nameOf(channel.channelId) },
        { key: 'hours', title: t('effort.hours'), align: 'end', cell: ({ channel, hours }) => <Noted note={t('effort.where.months', { months: channel.monthsWithHours })}>{writeHours(hours, locale)}</Noted> },
        { key: 'part', title: t('effort.where.part'), align: 'end', cell: ({ hours }) => <span><svg className="effort-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width={(hours / all) * 100} height="8" /></svg>{write.percent(hours / all)}</span> },
        { key: 'contacts', title: t('channels.col.heure'), align: 'end', cell: ({ channel }) => <ContactsPerHour channel={channel} /> },
      ]}
    />
  );
}

function ContactsPerHour({ channel: { contactsPerHour: { ratio, cost, gain, months } } }: { channel: ComparedChannel }): ReactNode {
  const { t, write, locale } = useTranslation();
  if (ratio === null || cost === null || gain === null) return <Noted note={t('channels.cost.noContacts')}>{t('channels.unknown')}</Noted>;
  return <Noted note={t('channels.hour.of', { contacts: gain, cost: writeHours(cost, locale), months })}>{write.number(ratio, ratio < 10 ? 1 : 0)}</Noted>;
}

function Noted({ note, children }: { note: string; children: ReactNode }): ReactNode {
  return <span>{children}<small className="effort-note">{note}</small></span>;
}
