import type { z } from 'zod';
import type { HttpClient } from '../core/http-client.js';
import { type GraphOperation, type GraphOutcome, type GraphParameters, MetaGraph } from '../core/meta-graph.js';
import type { ChannelAccess } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import { type InstagramAccount, instagramAccount } from './instagram.answers.js';
import type { DoorName } from './instagram.metrics.js';

/** The one way to an account: by its page, in the name of the page's token, or by itself. */
export class InstagramDoor {
  private constructor(readonly name: DoorName, private readonly accountId: string, private readonly graph: MetaGraph) {}

  /** @throws NetworkError access-revoked  where there is no token */
  static open(http: HttpClient, { externalId, settings, secret, application }: ChannelAccess): InstagramDoor {
    if (secret === null) throw new NetworkError('access-revoked', 'an account is read in the name of a token, and there is none');
    const { accessToken: token } = secret;
    const name = doorOf(settings, token);
    // Facebook's own address: whoever sends its calls elsewhere means these too.
    if (name === 'facebook') return new InstagramDoor(name, externalId, new MetaGraph(http, { base: http.base('facebook', 'https://graph.facebook.com'), token, application }));
    return new InstagramDoor(name, externalId, new MetaGraph(http, { base: http.base('instagram', 'https://graph.instagram.com'), token, application: null }));
  }

  get pausing(): { pauseUntil?: Date } {
    return this.graph.pausing;
  }

  /** @throws NetworkError not-found  also when the token is another account's */
  async account(): Promise<InstagramAccount> {
    if (this.name === 'facebook') return this.graph.get(this.accountId, { fields: 'id,username,name,followers_count,media_count' }, instagramAccount);
    const account = await this.graph.get('me', { fields: 'user_id,username,account_type,followers_count,media_count' }, instagramAccount);
    if (account.user_id && account.user_id !== this.accountId) throw new NetworkError('not-found', 'the token is that of another account');
    return account;
  }

  /** An edge of the account. */
  edge<T>(edge: string, parameters: GraphParameters, schema: z.ZodType<T>): Promise<T> {
    return this.graph.get(`${this.accountId}/${edge}`, parameters, schema);
  }

  /** Several readings, in their order: in batches where the door knows them. @throws NetworkError when the access or the network is in trouble */
  async several<T>(operations: readonly GraphOperation[], schema: z.ZodType<T>): Promise<GraphOutcome<T>[]> {
    if (this.name === 'facebook') {
      const outcomes = await this.graph.batch(operations, schema);
      const trouble = outcomes.find(({ error }) => error !== null && isTrouble(error));
      if (trouble?.error) throw trouble.error;
      return outcomes;
    }
    const outcomes: GraphOutcome<T>[] = [];
    for (const { path, parameters } of operations) outcomes.push(await this.one(path, parameters, schema));
    return outcomes;
  }

  private async one<T>(path: string, parameters: GraphParameters, schema: z.ZodType<T>): Promise<GraphOutcome<T>> {
    try {
      return { body: await this.graph.get(path, parameters, schema), error: null };
    } catch (error) {
      if (error instanceof NetworkError && !isTrouble(error)) return { body: null, error };
      throw error;
    }
  }
}

/** The door an account was opened by; a token that somebody pasted tells it by its beginning. */
function doorOf(settings: ChannelAccess['settings'], token: string): DoorName {
  const { door } = settings;
  if (door === 'facebook' || door === 'instagram') return door;
  return token.startsWith('IG') ? 'instagram' : 'facebook';
}

/** It would go the same way with everything else that is asked. */
function isTrouble(error: NetworkError): boolean {
  return ['access-revoked', 'access-expired', 'rate-limited', 'unavailable', 'version-retired'].includes(error.reason);
}
