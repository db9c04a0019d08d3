import type { Ask, Reply } from './stand-in.js';

/** What is in an address where its pattern has `:name`. */
export type Places = Readonly<Record<string, string>>;

/** A call a network knows: `GET /videos/:id`, and its answer. */
export type Route = readonly [call: string, answer: (ask: Ask, places: Places) => Reply];

/** The answer of the first route that fits. @returns null where the network knows no such call */
export function answerFrom(routes: readonly Route[], ask: Ask): Reply | null {
  for (const [call, answer] of routes) {
    const places = placesOf(call, ask);
    if (places) return answer(ask, places);
  }
  return null;
}

function placesOf(call: string, ask: Ask): Places | null {
  const [method, pattern = ''] = call.split(' ');
  const wanted = pattern.split('/');
  const given = ask.url.pathname.split('/');
  if (method !== ask.method || wanted.length !== given.length) return null;
  const places: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const found = given[index] ?? '';
    if (part.startsWith(':')) places[part.slice(1)] = decoded(found);
    else if (part !== found) return null;
  }
  return places;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What was sent in a body, as a form or as JSON; lists keep all their values. */
export function formOf(ask: Ask): URLSearchParams {
  if (!String(ask.headers['content-type']).includes('json')) return new URLSearchParams(ask.body);
  const form = new URLSearchParams();
  const body: unknown = JSON.parse(ask.body || '{}');
  for (const [name, value] of Object.entries(body ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  }
  return form;
}

/** The token of `Authorization: Bearer …`. @returns null where none was sent */
export function bearerOf(ask: Ask): string | null {
  return /^Bearer (\S+)$/i.exec(ask.headers.authorization ?? '')?.[1] ?? null;
}
