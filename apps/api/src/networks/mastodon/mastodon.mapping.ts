import { localDay, type PostFormat } from '@portee/shared';
import type { AnswerDraft } from '../core/answer-draft.js';
import { htmlToText } from '../core/html-to-text.js';
import { type ChannelReading, NO_CHANNEL_FIGURES, NO_FIGURES, type PostReading } from '../core/readings.js';
import type { MastodonAccount, MastodonStatus } from './mastodon.answers.js';

const OPEN = ['public', 'unlisted'];

/**
 * A status as a post of the channel; null: it is none (a boost, an answer to somebody else, something kept from the public), or
 * its date cannot be believed. These servers count nobody's looking, so there is never a reach.
 */
export function toPostReading(status: MastodonStatus, draft: AnswerDraft): PostReading | null {
  if (!OPEN.includes(status.visibility) || isSet(status.reblog) || answersSomebody(status)) return null;
  const externalId = status.id;
  const publishedAt = draft.publishedAt(status.created_at, externalId);
  if (publishedAt === null) return null;
  return {
    externalId, publishedAt, format: formatOf(status), text: draft.text(textOf(status)), url: draft.url(status.url) ?? draft.url(status.uri),
    paid: false, isShare: false, authorRole: null, themes: [], deletedAt: null, observedAt: draft.observedAt,
    figures: {
      ...NO_FIGURES,
      likes: draft.count(status.favourites_count, externalId), comments: draft.count(status.replies_count, externalId),
      shares: draft.countWith(status.reblogs_count, status.quotes_count, externalId),
    },
  };
}

/** The channel on the day it was read; a follower count that is hidden is unknown. */
export function toChannelReading(account: MastodonAccount, draft: AnswerDraft, timeZone: string): ChannelReading {
  return { ...NO_CHANNEL_FIGURES, day: localDay(draft.observedAt, timeZone), observedAt: draft.observedAt, followers: draft.count(account.followers_count, null) };
}

/** What people call the account: its display name without signs that say nothing, else its name. */
export function accountName(account: MastodonAccount, draft: AnswerDraft): string {
  return draft.text(account.display_name) ?? account.username;
}

/** A conversation with somebody is no publication; a thread of one's own is. */
function answersSomebody({ in_reply_to_id: answered, in_reply_to_account_id: whom, account }: MastodonStatus): boolean {
  return isSet(answered) && !(isSet(whom) && account?.id === String(whom));
}

function textOf({ spoiler_text: warning, content }: MastodonStatus): string {
  return [htmlToText(warning), htmlToText(content)].filter((part) => part !== '').join('\n\n');
}

function formatOf({ media_attachments: media, poll, card }: MastodonStatus): PostFormat | null {
  const types = new Set(media.map(({ type }) => type));
  if (media.length > 1) return 'album';
  if (types.has('image')) return 'photo';
  if (types.has('video') || types.has('gifv')) return 'video';
  if (types.has('audio')) return 'other';
  if (media.length > 0) return null;
  if (isSet(poll)) return 'other';
  return isSet(card) ? 'link' : 'text';
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
