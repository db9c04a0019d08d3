import { z } from 'zod';
import { lenientList } from '../core/lenient-list.js';

/** Digits on Mastodon, ULID on GoToSocial, hexadecimal on snac: never a number to us. */
const identifier = z.union([z.string().min(1).max(200), z.number().int()]).transform(String);
/** Read later, one by one: a figure or date that cannot be read costs itself alone. */
const any = z.unknown().optional();

/** https://docs.joinmastodon.org/entities/Account/ */
export const mastodonAccount = z.object({
  id: identifier, username: z.string(), display_name: z.string().catch(''), followers_count: any,
});
export type MastodonAccount = z.infer<typeof mastodonAccount>;

/** https://docs.joinmastodon.org/entities/Status/; the counts of quotes exist since Mastodon 4.5. */
export const mastodonStatus = z.object({
  id: identifier, created_at: any, visibility: z.string(), uri: any, url: any,
  content: z.string().catch(''), spoiler_text: z.string().catch(''),
  reblog: any, in_reply_to_id: any, in_reply_to_account_id: any, account: z.object({ id: identifier }).nullish().catch(null),
  media_attachments: z.array(z.object({ type: z.string().catch('unknown') })).catch([]), card: any, poll: any,
  favourites_count: any, replies_count: any, reblogs_count: any, quotes_count: any,
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
