import { type MastodonAbilities, type MastodonSettings, abilitiesOf, identifierOf } from './mastodon-kinds.js';
import { type PasserBy, passerBy } from './passers-by.js';
import type { PlayedAccount, PlayedPost } from './played-account.js';

const HOUR_MS = 3_600_000;
const ELSEWHERE = 'https://ailleurs.example';

/** One line of an account's timeline: a post of its own, something kept from the public, or a boost of somebody else. */
export interface TimelineEntry {
  id: string;
  at: Date;
  visibility: 'public' | 'unlisted' | 'private' | 'direct';
  post: PlayedPost;
  boostOf: PasserBy | null;
}

/** Words only followers may read: to be found nowhere else. */
export const PRIVATE_WORDS = 'Réservé aux abonnés : le code de la porte est 4711';

/** Makes the JSON of one server. */
export class MastodonAnswers {
  private readonly can: MastodonAbilities;
  /** Identifiers already given, by what they are of: making one is costly. */
  private readonly identifiers = new Map<string, string>();
  private readonly owners = new Map<string, PlayedAccount>();

  constructor(private readonly settings: MastodonSettings, private readonly url: () => string) {
    this.can = abilitiesOf(settings);
  }

  /** Everything on an account's timeline, newest first. Every fifth post is followed by a boost, every seventh by a note to followers, every eleventh by a letter. */
  timelineOf(account: PlayedAccount): TimelineEntry[] {
    const now = this.settings.now();
    const entries = account.postsAt(now).flatMap((post) => [this.own(account, post), ...(this.settings.isQuiet ? [] : this.beside(account, post))]);
    return entries.filter(({ at }) => at <= now).sort((one, other) => other.at.getTime() - one.at.getTime());
  }

  /** Whose timeline an identifier was seen on; null: on none so far. */
  ownerOf(statusId: string): PlayedAccount | null {
    return this.owners.get(statusId) ?? null;
  }

  accountId(account: PlayedAccount): string {
    return this.identifier(account.createdAt, account.key);
  }

  statusId(account: PlayedAccount, number: number): string {
    return this.identifier(account.publishedAtOf(number), `${account.key} ${number}`);
  }

  account(account: PlayedAccount): Record<string, unknown> {
    const { kind, now, showsMetrics } = this.settings;
    const posts = account.postsAt(now());
    const isHidden = kind === 'snac' && !showsMetrics;
    return {
      id: this.accountId(account), username: account.name, acct: account.name, display_name: account.title, locked: kind === 'gotosocial', bot: false, group: false,
      created_at: account.createdAt.toISOString(), url: `${this.url()}/@${account.name}`, uri: `${this.url()}/users/${account.name}`, note: '<p>Un centre culturel inventé.</p>',
      followers_count: isHidden ? 0 : account.followersAt(now()), following_count: 14, statuses_count: posts.length, last_status_at: posts[0]?.publishedAt.toISOString().slice(0, 10) ?? null,
      emojis: [], fields: [],
    };
  }

  status(account: PlayedAccount, entry: TimelineEntry): Record<string, unknown> {
    const { kind } = this.settings;
    const own = this.words(entry, `${this.url()}/users/${account.name}/statuses/${entry.id}`);
    if (!entry.boostOf) return { ...own, ...this.counts(entry), ...partsOf(entry.post), account: this.account(account), reblog: null, url: `${this.url()}/@${account.name}/${entry.id}` };
    const reblog = this.elsewhere(entry, entry.boostOf);
    const counts = kind === 'gotosocial' ? countsOf(999) : countsOf(0);
    return { ...own, ...counts, ...partsOf(null), account: this.account(account), reblog, url: null };
  }

  /** A stranger, as other servers know them. */
  stranger({ name, handle }: PasserBy): Record<string, unknown> {
    const id = identifierOf(this.settings.kind, new Date('2022-04-01T00:00:00Z'), handle);
    return {
      id, username: handle, acct: `${handle}@ailleurs.example`, display_name: name, locked: false, bot: false, group: false, created_at: '2022-04-01T00:00:00.000Z',
      url: `${ELSEWHERE}/@${handle}`, uri: `${ELSEWHERE}/users/${handle}`, followers_count: handle.length * 7, following_count: 3, statuses_count: 40, last_status_at: null,
    };
  }

  /** What a stranger wrote under a post. */
  reply(entry: TimelineEntry, stranger: PasserBy): Record<string, unknown> {
    const at = new Date(entry.at.getTime() + HOUR_MS);
    const id = identifierOf(this.settings.kind, at, stranger.handle);
    return { ...this.words({ ...entry, id, at }, `${ELSEWHERE}/${id}`), in_reply_to_id: entry.id, content: `<p>${stranger.said}</p>`, account: this.stranger(stranger), reblog: null, ...countsOf(0), ...partsOf(null) };
  }

  private own(account: PlayedAccount, post: PlayedPost): TimelineEntry {
    return this.entry(account, post, { at: post.publishedAt, visibility: post.number % 9 === 0 ? 'unlisted' : 'public', boostOf: null });
  }

  private beside(account: PlayedAccount, post: PlayedPost): TimelineEntry[] {
    const later = (hours: number) => new Date(post.publishedAt.getTime() + hours * HOUR_MS);
    const hidden = { ...post, text: PRIVATE_WORDS };
    return [
      ...(post.number % 5 === 0 ? [this.entry(account, post, { at: later(1), visibility: 'public', boostOf: passerBy(post.number) })] : []),
      ...(post.number % 7 === 0 ? [this.entry(account, hidden, { at: later(2), visibility: 'private', boostOf: null })] : []),
      ...(post.number % 11 === 0 ? [this.entry(account, hidden, { at: later(3), visibility: 'direct', boostOf: null })] : []),
    ];
  }

  private entry(account: PlayedAccount, post: PlayedPost, rest: Omit<TimelineEntry, 'id' | 'post'>): TimelineEntry {
    const id = this.identifier(rest.at, `${account.key} ${post.number}`);
    this.owners.set(id, account);
    return { id, post, ...rest };
  }

  private identifier(at: Date, name: string): string {
    const key = `${name} ${at.getTime()}`;
    const known = this.identifiers.get(key) ?? identifierOf(this.settings.kind, at, name);
    this.identifiers.set(key, known);
    return known;
  }

  private words(entry: TimelineEntry, uri: string): Record<string, unknown> {
    const mentioned = passerBy(entry.post.number);
    return {
      id: entry.id, created_at: entry.at.toISOString(), edited_at: entry.post.editedAt?.toISOString() ?? null, visibility: entry.visibility, language: 'fr',
      in_reply_to_id: null, in_reply_to_account_id: null, sensitive: false, spoiler_text: '', uri, content: `<p>${escaped(entry.post.text)}</p>`,
      mentions: [{ id: '7', username: mentioned.handle, acct: `${mentioned.handle}@ailleurs.example`, url: `${ELSEWHERE}/@${mentioned.handle}` }], tags: [{ name: 'concert', url: `${this.url()}/tags/concert` }],
    };
  }

  private elsewhere(entry: TimelineEntry, author: PasserBy): Record<string, unknown> {
    const id = identifierOf(this.settings.kind, new Date(entry.at.getTime() - HOUR_MS), author.handle);
    return { ...this.words({ ...entry, id }, `${ELSEWHERE}/users/${author.handle}/statuses/${id}`), content: `<p>${author.said}</p>`, account: this.stranger(author), reblog: null, ...countsOf(999), ...partsOf(null), url: `${ELSEWHERE}/@${author.handle}/${id}` };
  }

  private counts({ post }: TimelineEntry): Record<string, number> {
    const { likes, comments, shares } = post.figures;
    const quotes = this.can.hasQuoteCounts ? Math.floor(shares / 5) : null;
    return { replies_count: comments, reblogs_count: shares - (quotes ?? 0), favourites_count: likes, ...(quotes === null ? {} : { quotes_count: quotes }) };
  }
}

function countsOf(each: number): Record<string, number> {
  return { replies_count: each, reblogs_count: each, favourites_count: each };
}

/** Pictures, films and links of a post; null: it has none. */
function partsOf(post: PlayedPost | null): Record<string, unknown> {
  const media = post?.kind === 'photo' ? 'image' : post?.kind === 'video' ? 'video' : null;
  const card = post?.kind === 'link' ? { url: 'https://centre.example/agenda', title: 'Agenda', description: '', type: 'link' } : null;
  return { media_attachments: media ? [{ id: String(post?.number), type: media, url: 'https://centre.example/media/1', description: null }] : [], card, poll: null };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br />');
}
