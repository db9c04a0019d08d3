import { z } from 'zod';
import { lenientList } from '../core/lenient-list.js';

/** Digits on Mastodon, ULID on GoToSocial, hexadecimal on snac: never a number to us. */
const identifier = z.union([z.string().min(1).max(200), z.number().int()]).transform(String);
/** Read later, one by one: a figure or date that cannot be read costs itself alone. */
const unchecked = z.unknown().optional();

/** https://docs.joinmastodon.org/entities/Account/ */
export const mastodonAccount = z.object({
  id: identifier, username: z.string(), display_name: z.string().catch(''), followers_count: unchecked,
});
export type MastodonAccount = z.infer<typeof mastodonAccount>;

/** https://docs.joinmastodon.org/entities/Status/; the counts of quotes exist since Mastodon 4.5. */
export const mastodonStatus = z.object({
  id: identifier, created_at: unchecked, visibility: z.string(), uri: unchecked, url: unchecked,
  content: z.string().catch(''), spoiler_text: z.string().catch(''),
  reblog: unchecked, in_reply_to_id: unchecked, in_reply_to_account_id: unchecked, account: z.object({ id: identifier }).nullish().catch(null),
  media_attachments: z.array(z.object({ type: z.string().catch('unknown') })).catch([]), card: unchecked, poll: unchecked,
  favourites_count: unchecked, replies_count: unchecked, reblogs_count: unchecked, quotes_count: unchecked,
});
export type MastodonStatus = z.infer<typeof mastodonStatus>;

export const mastodonStatuses = lenientList(mastodonStatus);

/** https://docs.joinmastodon.org/methods/apps/#create */
export const mastodonApplication = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

/** https://docs.joinmastodon.org/methods/oauth/#token; snac leaves `scope` out. */
export const mastodonToken = z.object({ access_token: z.string().min(1), scope: z.string().nullish().catch(null) });

export const mastodonInstance = z.object({ version: z.string() });

/** How these servers tell what went wrong, where they send JSON. */
export const mastodonProblem = z.object({ error: z.string() });
