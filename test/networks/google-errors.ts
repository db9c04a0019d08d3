import type { Reply } from './stand-in.js';

export interface GoogleRefusal {
  status: number;
  reason: string;
  message: string;
  domain?: string;
  /** Google's own word beside the number, such as PERMISSION_DENIED. */
  statusWord?: string;
}

/** A refusal of a Google service on its way to whoever asked. */
export class GoogleError extends Error {
  constructor(readonly refusal: GoogleRefusal) {
    super(refusal.message);
  }
}

export function googleRefusalReply({ refusal }: GoogleError): Reply {
  const { status, reason, message, domain, statusWord } = refusal;
  const headers = status === 401 ? { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' } : {};
  return { status, headers, json: { error: { code: status, message, errors: [{ message, domain: domain ?? 'global', reason }], ...(statusWord ? { status: statusWord } : {}) } } };
}

export function badCredentials(): GoogleError {
  return new GoogleError({
    status: 401, reason: 'authError', statusWord: 'UNAUTHENTICATED',
    message: 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
  });
}

export function forbidden(): GoogleError {
  return new GoogleError({ status: 403, reason: 'forbidden', message: 'Forbidden', statusWord: 'PERMISSION_DENIED' });
}

export function missingScope(): GoogleError {
  return new GoogleError({ status: 403, reason: 'insufficientPermissions', message: 'Request had insufficient authentication scopes.', statusWord: 'PERMISSION_DENIED' });
}

export function badRequest(message: string, reason = 'badRequest'): GoogleError {
  return new GoogleError({ status: 400, reason, message, statusWord: 'INVALID_ARGUMENT' });
}

export function unsupportedQuery(): GoogleError {
  return badRequest('The query is not supported. Check the documentation at https://developers.google.com/youtube/analytics/v2/available_reports for supported queries.');
}

export function notFound(reason: string, message: string): GoogleError {
  return new GoogleError({ status: 404, reason, message, domain: 'youtube.data', statusWord: 'NOT_FOUND' });
}

export function quotaExceeded(): GoogleError {
  const message = 'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.';
  return new GoogleError({ status: 403, reason: 'quotaExceeded', message, domain: 'youtube.quota' });
}
