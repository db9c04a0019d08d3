import { localDay, type Channel, type NetworkDescriptor } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';
import { isOld, type DataState } from './data-state.js';

/** The page's title: what most needs doing, as a sentence. */
export function sayDataState(state: DataState, t: Translation['t']): string {
  switch (state.kind) {
    case 'nothing': return t('data.title.nothing');
    case 'reconnect': return t('data.title.reconnect', { broken: state.broken, others: state.others });
    case 'answer': return t('data.title.answer', { imports: state.imports });
    case 'reading': return t('data.title.reading', { imports: state.imports });
    case 'empty': return t('data.title.empty', { channels: state.channels });
    case 'fresh': return t('data.title.fresh', { channels: state.channels });
    case 'followers': return sayChannels(state.channels, { one: 'data.title.followersOne', many: 'data.title.followers' }, t);
    case 'late': return sayChannels(state.channels, { one: 'data.title.lateOne', many: 'data.title.late' }, t);
    case 'first': return sayChannels(state.channels, { one: 'data.title.firstOne', many: 'data.title.first' }, t);
    case 'old': return sayChannels(state.channels, { one: 'data.title.oldOne', many: 'data.title.old' }, t);
  }
}

type Sentence = Parameters<Translation['t']>[0];

function sayChannels(channels: readonly Channel[], keys: { one: Sentence; many: Sentence }, t: Translation['t']): string {
  const [only, ...others] = channels;
  return only !== undefined && others.length === 0 ? t(keys.one, { name: only.name }) : t(keys.many, { channels: channels.length });
}

/** « 2 840 abonnés », « 640 inscrits », « 96 membres »: the word depends on the kind of channel. */
export function sayFollowers(count: number, kind: Channel['kind'], t: Translation['t']): string {
  if (kind === 'list') return t('data.channel.subscribers', { count });
  return t(kind === 'group' ? 'data.channel.members' : 'data.channel.followers', { count });
}

/** « À jour, le 4 novembre », of a channel that is not asked by itself: the day only, hours matter to nobody here. */
export function sayFreshness(channel: Channel, { today, translation: { t, write } }: { today: string; translation: Translation }): string {
  if (channel.state === 'needs-reconnection') return t('data.fresh.reconnect');
  if (channel.observedAt === null) return t('data.fresh.never');
  const day = localDay(new Date(channel.observedAt), channel.timeZone);
  if (day === today) return t('data.fresh.today');
  const written = day.slice(0, 4) === today.slice(0, 4) ? write.shortDay(day) : write.longDay(day);
  return t(isOld(channel, { today, collection: undefined }) ? 'data.fresh.old' : 'data.fresh.since', { day: written });
}

/** What is worth knowing under a channel's name; each part is a sentence of its own. */
export function channelRemarks(channel: Channel, known: { network: NetworkDescriptor | undefined; parent: Channel | null; t: Translation['t'] }): string[] {
  const { network, parent, t } = known;
  return [
    ...(channel.isMain ? [t('data.channel.main')] : []),
    ...(parent === null ? [] : [t('data.channel.under', { name: parent.name })]),
    ...(channel.audience === null || channel.audience === '' ? [] : [t('data.channel.for', { audience: channel.audience })]),
    ...(network?.givesReach === false ? [t('data.channel.noReach')] : []),
  ];
}
