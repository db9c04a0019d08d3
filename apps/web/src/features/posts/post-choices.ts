import type { Post, PostQuery } from '@portee/shared';

type Format = NonNullable<Post['format']>;
export type Sort = PostQuery['sort'];
type Paid = NonNullable<PostQuery['paid']>;

export const formats = ['photo', 'album', 'video', 'short_video', 'live', 'link', 'text', 'event', 'story', 'email', 'other'] as const satisfies readonly Format[];
export const sorts = ['-publishedAt', 'publishedAt', '-reachRate', 'reachRate', '-reach', 'reach', '-shares', '-likes'] as const satisfies readonly Sort[];
export const paidStates = ['false', 'true', 'unknown'] as const satisfies readonly Paid[];

/** What is looked for: all of it stands in the address. Empty text or null: no choice made. */
export interface PostChoices { q: string; channelId: string; from: string; to: string; format: Format | null; paid: Paid | null; theme: string; sort: Sort }

/** Names in the address, in French like the paths. */
const names = { q: 'q', channelId: 'canal', from: 'du', to: 'au', format: 'format', paid: 'sponsorise', theme: 'theme', sort: 'tri' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Reads the address; what makes no sense there is no choice. */
export function readChoices(address: URLSearchParams): PostChoices {
  const text = (name: keyof typeof names): string => address.get(names[name]) ?? '';
  const day = (name: 'from' | 'to'): string => (isDay(text(name)) ? text(name) : '');
  return {
    q: text('q').slice(0, 200), channelId: text('channelId'), from: day('from'), to: day('to'),
    format: formats.find((known) => known === text('format')) ?? null, paid: paidStates.find((known) => known === text('paid')) ?? null,
    theme: text('theme'), sort: sorts.find((known) => known === text('sort')) ?? '-publishedAt',
  };
}

/** The address of these choices, the plain ones left out, other parts of the address kept. */
export function writeChoices(choices: PostChoices, address: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(address);
  const set = (name: keyof typeof names, value: string | null): void => {
    if (value === null || value === '') written.delete(names[name]);
    else written.set(names[name], value);
  };
  set('q', choices.q.trim());
  set('channelId', choices.channelId);
  set('from', choices.from);
  set('to', choices.to);
  set('format', choices.format);
  set('paid', choices.paid);
  set('theme', choices.theme);
  set('sort', choices.sort === '-publishedAt' ? null : choices.sort);
  return written;
}

/** The same for the server. */
export function toQuery({ q, channelId, from, to, format, paid, theme, sort }: PostChoices): URLSearchParams {
  const asked = Object.entries({ q: q.trim(), channelId, from, to, format, paid, theme, sort }).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]));
  return new URLSearchParams(asked);
}

/** Whether anything narrows the list; an order does not. */
export function isNarrowed({ q, channelId, from, to, format, paid, theme }: PostChoices): boolean {
  return [q.trim(), channelId, from, to, format ?? '', paid ?? '', theme].some((choice) => choice !== '');
}

/** Everything, in the order chosen. */
export function withoutFilters({ sort }: PostChoices): PostChoices {
  return { q: '', channelId: '', from: '', to: '', format: null, paid: null, theme: '', sort };
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
