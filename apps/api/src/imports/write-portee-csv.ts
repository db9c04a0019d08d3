import type { ChannelReading, PostReading } from '../networks/core/readings.js';
import { neutraliseFormula } from './formula-text.js';
import { type PorteeChannelColumn, porteeChannelColumns, type PorteeColumn, porteeColumns, porteeOptionalColumns } from './portee-columns.js';

/** The channel of a row, as Portée CSV names it. */
export interface WrittenChannel {
  name: string;
  network: string;
}

/** Posts as Portée CSV, a line at a time: UTF-8 text without byte order mark, line feeds, the columns of `portee-columns.ts`. */
export async function* writePorteeCsv(rows: AsyncIterable<{ channel: WrittenChannel; reading: PostReading }>): AsyncGenerator<string> {
  const columns: readonly PorteeColumn[] = [...porteeColumns, ...porteeOptionalColumns];
  yield `${columns.join(',')}\n`;
  for await (const { channel, reading } of rows) {
    const cells = cellsOfPost(channel, reading);
    yield `${columns.map((column) => printCell(cells[column])).join(',')}\n`;
  }
}

/** Days of channels as `portee-channels.csv`, a line at a time. */
export async function* writePorteeChannelsCsv(rows: AsyncIterable<{ channel: WrittenChannel; reading: ChannelReading }>): AsyncGenerator<string> {
  yield `${porteeChannelColumns.join(',')}\n`;
  for await (const { channel, reading } of rows) {
    const { day, followers, reach, views, visits } = reading;
    const cells: Record<PorteeChannelColumn, string | number | null> = { channel: neutraliseFormula(channel.name), network: channel.network, day, followers, reach, views, visits };
    yield `${porteeChannelColumns.map((column) => printCell(cells[column])).join(',')}\n`;
  }
}

/** Texts are neutralised: none may run as a formula when the file is opened in a spreadsheet. */
function cellsOfPost(channel: WrittenChannel, reading: PostReading): Record<PorteeColumn, string | number | null> {
  const { figures } = reading;
  return {
    channel: neutraliseFormula(channel.name), network: channel.network, post_id: neutraliseFormula(reading.externalId),
    published_at: reading.publishedAt.toISOString(), format: reading.format, paid: reading.paid === null ? null : Number(reading.paid),
    followers: figures.followers, reach: figures.reach, reach_organic: figures.reachOrganic, reach_paid: figures.reachPaid, reach_followers: figures.reachFollowers,
    views: figures.views, likes: figures.likes, comments: figures.comments, shares: figures.shares, saves: figures.saves, clicks: figures.clicks,
    text: reading.text === null ? null : neutraliseFormula(reading.text), url: reading.url, observed_at: reading.observedAt?.toISOString() ?? null,
    author_role: reading.authorRole === null ? null : neutraliseFormula(reading.authorRole),
    themes: reading.themes.length === 0 ? null : neutraliseFormula(reading.themes.join(';')),
  };
}

/** Empty is unknown. Quotation marks stand where a reader could otherwise split or trim. */
function printCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\n\r\t;|]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
