import { z } from 'zod';

const PASSWORD = 'only-for-tests';
const opened = z.looseObject({ did: z.string(), handle: z.string(), accessJwt: z.string() });
const written = z.looseObject({ uri: z.string(), cid: z.string() });

/** A record on Bluesky. */
export type RecordRef = z.infer<typeof written>;

/** Somebody with an account on a real PDS. */
export class BlueskyPerson {
  readonly did: string;
  readonly handle: string;

  private constructor(private readonly pds: string, private readonly account: z.infer<typeof opened>) {
    this.did = account.did;
    this.handle = account.handle;
  }

  /** Opens an account. @param name  made the handle `name.test` */
  static async join(pds: string, name: string): Promise<BlueskyPerson> {
    const handle = `${name}.test`;
    return new BlueskyPerson(pds, opened.parse(await post(`${pds}/xrpc/com.atproto.server.createAccount`, { handle, email: `${name}@test.example`, password: PASSWORD })));
  }

  say(text: string, more: Record<string, unknown> = {}): Promise<RecordRef> {
    return this.write('app.bsky.feed.post', { text, langs: ['fr'], ...more });
  }

  answer(to: RecordRef, text: string): Promise<RecordRef> {
    return this.say(text, { reply: { root: strong(to), parent: strong(to) } });
  }

  quote(what: RecordRef, text: string): Promise<RecordRef> {
    return this.say(text, { embed: { $type: 'app.bsky.embed.record', record: strong(what) } });
  }

  like(what: RecordRef): Promise<RecordRef> {
    return this.write('app.bsky.feed.like', { subject: strong(what) });
  }

  repost(what: RecordRef): Promise<RecordRef> {
    return this.write('app.bsky.feed.repost', { subject: strong(what) });
  }

  follow(whom: BlueskyPerson): Promise<RecordRef> {
    return this.write('app.bsky.graph.follow', { subject: whom.did });
  }

  /** Saves a post, which is told to nobody but counted. */
  async save(what: RecordRef): Promise<void> {
    await post(`${this.pds}/xrpc/app.bsky.bookmark.createBookmark`, strong(what), this.account.accessJwt);
  }

  async presentAs(displayName: string): Promise<void> {
    await post(`${this.pds}/xrpc/com.atproto.repo.putRecord`, { repo: this.did, collection: 'app.bsky.actor.profile', rkey: 'self', record: { $type: 'app.bsky.actor.profile', displayName } }, this.account.accessJwt);
  }

  async unsay(what: RecordRef): Promise<void> {
    await post(`${this.pds}/xrpc/com.atproto.repo.deleteRecord`, { repo: this.did, collection: 'app.bsky.feed.post', rkey: what.uri.split('/').at(-1) }, this.account.accessJwt);
  }

  private async write(collection: string, record: Record<string, unknown>): Promise<RecordRef> {
    const body = { repo: this.did, collection, record: { $type: collection, createdAt: new Date().toISOString(), ...record } };
    return written.parse(await post(`${this.pds}/xrpc/com.atproto.repo.createRecord`, body, this.account.accessJwt));
  }
}

function strong({ uri, cid }: RecordRef): { uri: string; cid: string } {
  return { uri, cid };
}

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}
