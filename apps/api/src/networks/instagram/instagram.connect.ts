import type { AuthoriseRequest, ChannelChoice, ConnectFlow, ExchangeRequest } from '../core/connect-flow.js';
import type { RawAnswer } from '../core/http-answer.js';
import type { HttpClient } from '../core/http-client.js';
import { graphErrorOf } from '../core/meta-graph-errors.js';
import { MetaGraph } from '../core/meta-graph.js';
import { MetaLogin } from '../core/meta-login.js';
import type { AccessSecret, ChannelAccess } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import { instagramAccount, instagramLongToken, instagramShortToken, instagramSignInError, linkedPage } from './instagram.answers.js';

const DAY_MS = 86_400_000;
/** A token lives 60 days; weekly, so that a server switched off over the summer finds it alive. */
const RENEW_AFTER_DAYS = 7;

/** Asked for through a page. */
const pagePermissions = ['instagram_basic', 'instagram_manage_insights', 'pages_show_list', 'pages_read_engagement'];
/** Asked for without one. */
const ownPermissions = ['instagram_business_basic', 'instagram_business_manage_insights'];

/** What a person is asked for, in Meta's words: the first four through a page, the others without. */
export const instagramPermissions = [
  ...pagePermissions.map((name) => ({ name, isOptional: false })),
  ...ownPermissions.map((name) => ({ name, isOptional: true })),
];

const PAGE_FIELDS = 'access_token,tasks,instagram_business_account{id,username,name,followers_count}';

/** Accounts linked to the pages of whoever signs in with Facebook, or the one account that signs in with Instagram. */
export class InstagramConnect implements ConnectFlow {
  private readonly login: MetaLogin;

  constructor(private readonly http: HttpClient) {
    this.login = new MetaLogin(http, 'facebook');
  }

  authorise(request: AuthoriseRequest): Promise<URL> {
    if (!isOwnDoor(request.settings)) return Promise.resolve(this.login.dialogue(request, pagePermissions));
    const url = new URL(`${this.http.base('instagram', 'https://www.instagram.com')}/oauth/authorize`);
    const { application, redirectUri, state } = request;
    const parameters = { client_id: application.clientId, redirect_uri: redirectUri, response_type: 'code', scope: ownPermissions.join(','), state };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return Promise.resolve(url);
  }

  exchange(request: ExchangeRequest): Promise<readonly ChannelChoice[]> {
    return isOwnDoor(request.settings) ? this.ownAccount(request) : this.linkedAccounts(request);
  }

  /** Sixty days more. A page's token is left as it is: it has no such end. @throws NetworkError access-revoked */
  async renew({ secret, settings }: ChannelAccess): Promise<AccessSecret> {
    if (secret === null) throw new NetworkError('access-revoked', 'there is nothing to renew');
    if (!isOwnDoor(settings) && secret.renewAt === null) return secret;
    return this.longToken('refresh_access_token', { grant_type: 'ig_refresh_token' }, secret);
  }

  private async linkedAccounts(request: ExchangeRequest): Promise<ChannelChoice[]> {
    const { application } = request;
    const person = await this.login.longToken(request);
    const choices: ChannelChoice[] = [];
    for (const { access_token: token, instagram_business_account: account } of await this.login.pages(person, application, { fields: PAGE_FIELDS, schema: linkedPage })) {
      const secret = token && account ? await this.login.secretOf(token, application) : null;
      if (account && secret) choices.push({ ...choiceOf(account, account.id), settings: { door: 'facebook' }, secret });
    }
    return choices;
  }

  private async ownAccount({ application, redirectUri, code }: ExchangeRequest): Promise<ChannelChoice[]> {
    const { body } = await this.http.ask({
      url: new URL(`${this.http.base('instagram', 'https://api.instagram.com')}/oauth/access_token`), schema: instagramShortToken, errorOf: signInErrorOf, method: 'POST',
      // Instagram puts two signs behind the code that are not of it.
      form: { client_id: application.clientId, client_secret: application.clientSecret, grant_type: 'authorization_code', redirect_uri: redirectUri, code: code.replace(/#_$/, '') },
    });
    const short: AccessSecret = { accessToken: body.access_token, refreshToken: null, renewAt: null, expiresAt: null, scopes: ownPermissions };
    const secret = await this.longToken('access_token', { grant_type: 'ig_exchange_token', client_secret: application.clientSecret }, short);
    const graph = new MetaGraph(this.http, { base: this.ownBase, token: secret.accessToken, application: null });
    const account = await graph.get('me', { fields: 'user_id,username,account_type,followers_count,media_count' }, instagramAccount);
    const externalId = account.user_id ?? account.id;
    if (!externalId) throw new NetworkError('unexpected-answer', 'the account has no identifier');
    return [{ ...choiceOf(account, externalId), settings: { door: 'instagram' }, secret }];
  }

  private async longToken(path: string, parameters: Record<string, string>, from: AccessSecret): Promise<AccessSecret> {
    const url = new URL(`${this.ownBase}/${path}`);
    for (const [name, value] of Object.entries({ ...parameters, access_token: from.accessToken })) url.searchParams.set(name, value);
    const { body } = await this.http.ask({ url, schema: instagramLongToken, errorOf: graphErrorOf });
    const now = this.http.now().getTime();
    return {
      accessToken: body.access_token, refreshToken: null, scopes: body.permissions ?? from.scopes,
      renewAt: new Date(now + RENEW_AFTER_DAYS * DAY_MS).toISOString(), expiresAt: new Date(now + body.expires_in * 1000).toISOString(),
    };
  }

  private get ownBase(): string {
    return this.http.base('instagram', 'https://graph.instagram.com');
  }
}

function choiceOf(account: { username?: string | null | undefined; followers_count?: unknown }, externalId: string): Omit<ChannelChoice, 'settings' | 'secret'> {
  const { username, followers_count: followers } = account;
  return { externalId, name: username ? username : externalId, kind: 'account', followers: typeof followers === 'number' ? followers : null };
}

function isOwnDoor(settings: Readonly<Record<string, string>>): boolean {
  return settings['door'] === 'instagram';
}

function signInErrorOf(answer: RawAnswer): NetworkError | null {
  const refused = instagramSignInError.safeParse(answer.json).data;
  if (refused) return new NetworkError('access-revoked', refused.error_message, { status: answer.status });
  return graphErrorOf(answer);
}
