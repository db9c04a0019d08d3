import type { Ask, Reply } from './stand-in.js';

/** What Meta's Graph answers when it refuses; the HTTP status is 400 unless said: only the code counts. */
export interface GraphRefusal {
  code: number;
  message: string;
  subcode?: number;
  status?: number;
  type?: string;
  isTransient?: boolean;
  /** Meta's own sentence for people, in the two languages played. */
  said?: { en: string; fr: string };
  headers?: Record<string, string>;
}

/** A refusal on its way to whoever asked. */
export class GraphError extends Error {
  constructor(readonly refusal: GraphRefusal) {
    super(refusal.message);
  }
}

const DEAD_TOKEN: Record<number, string> = {
  458: 'Error validating access token: The user has not authorized application 990000000000001.',
  459: 'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
  460: 'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
  463: 'Error validating access token: Session has expired.',
  464: 'Error validating access token: Sessions for the user are not allowed because the user is not a confirmed user.',
  467: 'Error validating access token: The session was invalidated explicitly using an API call.',
  492: 'Error validating access token: The user must be an administrator, editor, or moderator of the page in order to impersonate it.',
  493: 'Error validating access token: The data access of this user has expired; the user must authorise the application again.',
};

/** Code 190; without a subcode the token is none of this network's. */
export function deadToken(subcode: number | null): GraphError {
  if (subcode === null) return new GraphError({ code: 190, message: 'Invalid OAuth access token - Cannot parse access token' });
  const said = { en: 'Please log in again.', fr: 'Veuillez vous reconnecter.' };
  return new GraphError({ code: 190, subcode, message: DEAD_TOKEN[subcode] ?? 'Error validating access token.', said });
}

export function pageTokenNeeded(): GraphError {
  return new GraphError({ code: 190, subcode: 2_069_032, message: 'User Access Token Is Not Supported: A Page access token is required for this call for the new Pages experience.' });
}

/** Code 10 when the application lacks the permission, 200 when the person does. */
export function missingPermission(scope: string, code: number): GraphError {
  const message = code === 10
    ? `(#10) This endpoint requires the '${scope}' permission or the 'Page Public Content Access' feature.`
    : `(#${code}) Requires ${scope} permission to manage the object`;
  return new GraphError({ code, message, status: 403 });
}

/** Code 100, subcode 33: deleted, never there, or out of reach; Meta does not say which. */
export function gone(id: string): GraphError {
  return new GraphError({
    code: 100, subcode: 33, type: 'GraphMethodException',
    message: `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
  });
}

export function badParameter(message: string): GraphError {
  return new GraphError({ code: 100, message: `(#100) ${message}` });
}

export function notOneOf(parameter: string, values: readonly string[]): GraphError {
  return badParameter(`${parameter} must be one of the following values: ${values.join(', ')}`);
}

export function unknownField(name: string, nodeType: string): GraphError {
  return badParameter(`Tried accessing nonexisting field (${name}) on node type (${nodeType})`);
}

export function unknownPath(path: string): GraphError {
  return new GraphError({ code: 2500, message: `Unknown path components: /${path}` });
}

export function noMetric(): GraphError {
  return new GraphError({ code: 3001, subcode: 1_504_028, message: '(#3001) No metric was specified to be fetched.', said: { en: 'Please specify a metric.', fr: 'Veuillez indiquer un indicateur.' } });
}

export function unknownInsightsMetric(): GraphError {
  return badParameter('The value must be a valid insights metric');
}

export function tooMuchData(): GraphError {
  return new GraphError({ code: 1, status: 500, type: 'OAuthException', message: "Please reduce the amount of data you're asking for, then retry your request" });
}

export function unknownFailure(): GraphError {
  return new GraphError({ code: 1, status: 500, message: 'An unknown error has occurred.' });
}

let traces = 0;

/** Meta's error body, in the language of `locale`. */
function refusalReply({ refusal }: GraphError, locale: string | null): Reply {
  const { code, message, subcode, type, isTransient, said } = refusal;
  traces += 1;
  const error = {
    message, type: type ?? 'OAuthException', code, ...(subcode === undefined ? {} : { error_subcode: subcode }), ...(isTransient ? { is_transient: true } : {}),
    ...(said ? { error_user_title: said.en, error_user_msg: locale?.startsWith('fr') ? said.fr : said.en } : {}), fbtrace_id: `AInvented${String(traces).padStart(8, '0')}`,
  };
  return { status: refusal.status ?? 400, json: { error }, ...(refusal.headers ? { headers: refusal.headers } : {}) };
}

/** What an answer becomes when it is a refusal, in the language asked for. */
export function replyOrRefusal(ask: Ask, answer: () => Reply): Reply {
  try {
    return answer();
  } catch (error) {
    if (error instanceof GraphError) return refusalReply(error, ask.url.searchParams.get('locale'));
    throw error;
  }
}
