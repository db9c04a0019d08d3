import type { Channel, ColumnMapping, ImportView } from '@portee/shared';
import { guessDateOrder, type DateOrder } from './sample-date.js';

export type MappedColumn = keyof ColumnMapping['columns'];

/** What most tables have, in the order in which people think of them; the date is the one that is needed. */
export const usualColumns = ['published_at', 'text', 'reach', 'views', 'likes', 'comments', 'shares', 'clicks', 'followers', 'format', 'paid', 'post_id', 'url'] as const satisfies readonly MappedColumn[];
export const rareColumns = ['reach_organic', 'reach_paid', 'reach_followers', 'saves'] as const satisfies readonly MappedColumn[];

/** The answers while they are being given. */
export interface MappingDraft {
  columns: Partial<Record<MappedColumn, string>>;
  timeZone: string;
  dateOrder: DateOrder;
  source: 'known' | 'new';
  channelId: string;
  network: string;
  name: string;
}

type Preview = NonNullable<ImportView['preview']>;
interface Surroundings { channels: readonly Channel[]; network: string; timeZone: string; channelIds: readonly string[] }

/** Our guesses, to be corrected by whoever knows the file. */
export function firstDraft(preview: Preview, { channels, network, timeZone, channelIds }: Surroundings): MappingDraft {
  const known = channels.find(({ id }) => channelIds.includes(id)) ?? channels[0];
  return {
    columns: { ...preview.guesses }, timeZone: known?.timeZone ?? timeZone, dateOrder: guessDateOrder(samplesOf(preview, preview.guesses.published_at)),
    source: known === undefined ? 'new' : 'known', channelId: known?.id ?? '', network: known?.network ?? network, name: '',
  };
}

/** The first values of a column, blanks left out; none without a column. */
export function samplesOf({ headers, rows }: Preview, header: string | undefined): string[] {
  const place = header === undefined ? -1 : headers.indexOf(header);
  if (place < 0) return [];
  return rows.map((row) => row[place] ?? '').filter((cell) => cell.trim() !== '').slice(0, 3);
}

export type DraftRefusal = { kind: 'date' } | { kind: 'name' } | { kind: 'zone' } | { kind: 'twice'; column: MappedColumn; taken: MappedColumn };

/** Everything that keeps a draft from being sent. */
export function refuseDraft(draft: MappingDraft, isKnownZone: (zone: string) => boolean): DraftRefusal[] {
  const refusals: DraftRefusal[] = [];
  if (draft.columns.published_at === undefined) refusals.push({ kind: 'date' });
  if (!isKnownZone(draft.timeZone)) refusals.push({ kind: 'zone' });
  if (draft.source === 'new' && draft.name.trim() === '') refusals.push({ kind: 'name' });
  const taken = new Map<string, MappedColumn>();
  for (const column of [...usualColumns, ...rareColumns]) {
    const header = draft.columns[column];
    const other = header === undefined ? undefined : taken.get(header);
    if (other !== undefined) refusals.push({ kind: 'twice', column, taken: other });
    else if (header !== undefined) taken.set(header, column);
  }
  return refusals;
}

/** The draft as the server wants it; only for a draft without refusals. */
export function toMapping({ columns, timeZone, dateOrder, source, channelId, network, name }: MappingDraft): ColumnMapping {
  return { columns, timeZone, dateOrder, ...(source === 'known' ? { channelId } : { newChannel: { network, name: name.trim() } }) };
}

/** The draft with one column chosen, or chosen no more. */
export function withColumn(draft: MappingDraft, column: MappedColumn, header: string): MappingDraft {
  const { [column]: _before, ...others } = draft.columns;
  return { ...draft, columns: header === '' ? others : { ...others, [column]: header } };
}
