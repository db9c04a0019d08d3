import type { ChannelChoice, ConnectFlow, ExchangeRequest } from '../core/connect-flow.js';
import type { MetaLogin } from '../core/meta-login.js';
import { facebookOpenedPage } from './facebook.answers.js';

/** What a person is asked for, in Meta's words. */
export const facebookPermissions = [
  { name: 'pages_show_list', isOptional: false },
  { name: 'pages_read_engagement', isOptional: false },
  { name: 'read_insights', isOptional: false },
  // Totals of reactions and comments; without it their kinds are added up.
  { name: 'pages_read_user_content', isOptional: true },
];

const FIELDS = 'id,name,access_token,tasks,followers_count,fan_count';

/** Pages of whoever signs in with Facebook, each with its own token: it does not end with the person's. */
export function connectFacebook(login: MetaLogin): ConnectFlow {
  return {
    authorise: (request) => Promise.resolve(login.dialogue(request, facebookPermissions.map(({ name }) => name))),
    exchange: (request) => openedPages(login, request),
  };
}

async function openedPages(login: MetaLogin, request: ExchangeRequest): Promise<ChannelChoice[]> {
  const { application } = request;
  const person = await login.longToken(request);
  const choices: ChannelChoice[] = [];
  for (const page of await login.pages(person, application, { fields: FIELDS, schema: facebookOpenedPage })) {
    // A page on which the person has no task comes without a token.
    const secret = page.access_token ? await login.secretOf(page.access_token, application) : null;
    const followers = typeof page.followers_count === 'number' ? page.followers_count : null;
    if (secret) choices.push({ externalId: page.id, name: page.name, kind: 'page', followers, settings: {}, secret });
  }
  return choices;
}
