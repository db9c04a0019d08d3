import { STATUS_CODES } from 'node:http';
import type { Reply } from './stand-in.js';

const DOCUMENTS = 'https://docs.joinpeertube.org/api-rest-reference.html';

/** An error as PeerTube tells it: RFC 7807, and a few words of its own. */
export function problem(status: number, detail: string, code?: string): Reply {
  const type = code === undefined ? 'about:blank' : `${DOCUMENTS}#section/Errors/${code}`;
  return { status, headers: { 'content-type': 'application/problem+json; charset=utf-8' }, json: { type, title: STATUS_CODES[status], detail, status, ...(code === undefined ? {} : { code }), error: detail, docs: DOCUMENTS } };
}

/** A parameter that PeerTube does not accept. */
export function invalidParameter(name: string, message = 'Invalid value'): Reply {
  const { json, ...reply } = problem(400, `Incorrect request parameters: ${name}`);
  return { ...reply, json: { ...Object(json), 'invalid-params': { [name]: { msg: message, path: name, location: 'query', type: 'field' } } } };
}
