import { z } from 'zod';
import type { ExchangeRequest } from './connect-flow.js';
import type { HttpClient } from './http-client.js';
import { cursorAfter, graphPaging } from './meta-answers.js';
import { graphErrorOf } from './meta-graph-errors.js';
import { GRAPH_VERSION, type GraphParameters, graphUrl, MetaGraph } from './meta-graph.js';
import type { AccessSecret, NetworkApplication } from './network-connector.js';

/** Pages asked for at once, and the longest list that is followed. */
const PAGES_AT_ONCE = 100;
const MAX_PAGES = 1000;

const tokenAnswer = z.object({ access_token: z.string() });
const tokenState = z.object({
  data: z.object({ is_valid: z.boolean(), expires_at: z.number().optional(), data_access_expires_at: z.number().optional(), scopes: z.array(z.string()).default([]) }),
});

/** Facebook Login, by which pages and the Instagram accounts linked to them are opened. */
export class MetaLogin {
  constructor(private readonly http: HttpClient, private readonly network: string) {}

  /** Where the Graph API answers for this network. */
  get graphBase(): string {
    return this.http.base(this.network, 'https://graph.facebook.com');
  }

  dialogue(request: { application: NetworkApplication; redirectUri: string; state: string }, scopes: readonly string[]): URL {
    const url = new URL(`${this.http.base(this.network, 'https://www.facebook.com')}/${GRAPH_VERSION}/dialog/oauth`);
    const parameters = { client_id: request.application.clientId, redirect_uri: request.redirectUri, state: request.state, response_type: 'code', scope: scopes.join(',') };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  /** A person's token that lives about 60 days, by way of one of an hour. Only such a one gives page tokens without an end. */
  async longToken({ application, redirectUri, code }: ExchangeRequest): Promise<string> {
    const client = { client_id: application.clientId, client_secret: application.clientSecret };
    const short = await this.token({ ...client, redirect_uri: redirectUri, code });
    return this.token({ ...client, grant_type: 'fb_exchange_token', fb_exchange_token: short });
  }

  /** The pages that a person opened, with the fields asked. */
  async pages<T>(token: string, application: NetworkApplication, asked: { fields: string; schema: z.ZodType<T> }): Promise<T[]> {
    const graph = this.graph(token, application);
    const schema = z.object({ data: z.array(asked.schema), paging: graphPaging });
    const found: T[] = [];
    for (let after: string | null = ''; after !== null && found.length < MAX_PAGES;) {
      const answer: z.infer<typeof schema> = await graph.get('me/accounts', { fields: asked.fields, limit: String(PAGES_AT_ONCE), ...(after === '' ? {} : { after }) }, schema);
      found.push(...answer.data);
      after = cursorAfter(answer.paging, answer.data.length);
    }
    return found;
  }

  /** A token as Portée keeps it: with what it may do, and the day it ends or its owner's consent does. Null: it is not valid. */
  async secretOf(token: string, application: NetworkApplication): Promise<AccessSecret | null> {
    const { data } = await this.ask('debug_token', { input_token: token }, { schema: tokenState, token: `${application.clientId}|${application.clientSecret}` });
    if (!data.is_valid) return null;
    const ends = [data.expires_at ?? 0, data.data_access_expires_at ?? 0].filter((seconds) => seconds > 0);
    const expiresAt = ends.length === 0 ? null : new Date(Math.min(...ends) * 1000).toISOString();
    return { accessToken: token, refreshToken: null, renewAt: null, expiresAt, scopes: data.scopes };
  }

  graph(token: string, application: NetworkApplication | null): MetaGraph {
    return new MetaGraph(this.http, { base: this.graphBase, token, application });
  }

  private async token(parameters: GraphParameters): Promise<string> {
    const { access_token: token } = await this.ask('oauth/access_token', parameters, { schema: tokenAnswer, token: null });
    return token;
  }

  private async ask<T>(path: string, parameters: GraphParameters, how: { schema: z.ZodType<T>; token: string | null }): Promise<T> {
    const headers = how.token === null ? {} : { authorization: `Bearer ${how.token}` };
    const { body } = await this.http.ask({ url: graphUrl(this.graphBase, path, parameters), schema: how.schema, errorOf: graphErrorOf, headers });
    return body;
  }
}
