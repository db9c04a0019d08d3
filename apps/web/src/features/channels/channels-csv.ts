import type { ComparedChannel } from '@portee/shared';
import { writeCsv } from '../../format/csv.js';
import type { Translation } from '../../locales/translation.js';

/** The comparison for a spreadsheet: decimal points, nothing where nothing is known; the stand-in has a column of its own. */
export function channelsCsv(channels: readonly ComparedChannel[], t: Translation['t']): string {
  const cell = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(4))));
  const hundred = (value: number | null): string => cell(value === null ? null : value * 100);
  const head = [
    t('channels.col.canal'), t('channels.csv.name'), t('channels.col.abonnes'), t('channels.col.portee'), t('channels.csv.low'), t('channels.csv.high'), t('channels.csv.posts'), t('channels.csv.months'),
    t('channels.standIn.col'), t('channels.csv.shares'), t('channels.csv.likes'), t('channels.col.partages'),
    t('channels.csv.contacts'), t('channels.csv.hours'), t('channels.col.heure'), t('channels.csv.euros'), t('channels.col.euro'), t('channels.col.releve'),
  ];
  return writeCsv([head, ...channels.map(({ usual, sharing, ...channel }) => [
    channel.networkLabel, channel.name, cell(channel.followers?.count ?? null), hundred(usual.median), hundred(usual.low), hundred(usual.high), cell(usual.posts), cell(channel.usualMonths),
    hundred(channel.standIn?.median ?? null), cell(sharing.shares), cell(sharing.likes), hundred(sharing.sharesPerLike),
    cell(channel.contacts), cell(channel.hours), cell(channel.contactsPerHour.ratio), cell(channel.euros), cell(channel.contactsPerEuro.ratio), channel.observedAt ?? '',
  ])]);
}
