import { addressOf, headersOf } from './address.js';
import type { Answers } from './answers.js';
import { forgetEarly, takeEarly } from './early-answers.js';
import { ProblemError, toProblemError } from './problem-error.js';
import { noteAnswer } from './reachability.js';

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Language in which the server should write its sentences. */
let language = 'fr';

export function setRequestLanguage(locale: string): void {
  language = locale;
}

/**
 * Reads one answer of `/api/v1`.
 * @throws ProblemError with the server's reason, `unreachable` without an answer, `unexpected-answer` for one that is not ours
 */
export function read<Name extends keyof Answers>(answer: Name, path: string, signal?: AbortSignal): Promise<Answers[Name]> {
  return request(answer, path, signal === undefined ? {} : { signal });
}

interface Sending<Name extends keyof Answers> { answer: Name; body?: unknown }

/** Sends a change. `body` goes as JSON, or as multipart when it is FormData. Throws as `read` does. */
export function send<Name extends keyof Answers>(method: Method, path: string, { answer, body }: Sending<Name>): Promise<Answers[Name]> {
  forgetEarly();
  if (body === undefined) return request(answer, path, { method });
  if (body instanceof FormData) return request(answer, path, { method, body });
  return request(answer, path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

type Asking = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

async function request<Name extends keyof Answers>(answer: Name, path: string, init: Asking): Promise<Answers[Name]> {
  const early = init.method === undefined ? takeEarly(path) : null;
  const response = await (early ?? fetch(addressOf(path), { ...init, headers: { ...init.headers, ...headersOf(language) } })).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    noteAnswer(false);
    throw ProblemError.of('unreachable', 0, cause);
  });
  noteAnswer(true);
  if (!response.ok) throw await toProblemError(response);
  const body = await readBody<Name>(response);
  if (import.meta.env.DEV) (await import('./answers.js')).checkAnswer(answer, body);
  return body;
}

/** The contract vouches for the type: the server checks each answer against the same schemas before it leaves. No content reads as null. */
async function readBody<Name extends keyof Answers>(response: Response): Promise<Answers[Name]> {
  try {
    const text = await response.text();
    const body: Answers[Name] = JSON.parse(text === '' ? 'null' : text);
    return body;
  } catch (cause) {
    throw ProblemError.of('unexpected-answer', response.status, cause);
  }
}
