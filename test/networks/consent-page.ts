import type { Ask, Reply } from './stand-in.js';

/** What the person does in front of the dialogue: yes or no at once, or a page with two links for a browser. */
export type Approval = boolean | 'ask';

export interface Consent {
  approval: Approval;
  /** The network, and what the application asks for. */
  title: string;
  scopes: readonly string[];
  /** Where yes and no lead. */
  yes(): string;
  no(): string;
}

/** The dialogue in which a person lets an application in: a redirection, or the page that asks. */
export function consentReply(ask: Ask, consent: Consent): Reply {
  const decided = ask.url.searchParams.get('decision') ?? (consent.approval === 'ask' ? null : consent.approval ? 'yes' : 'no');
  if (decided === null) return askingPage(ask, consent);
  return { status: 302, headers: { location: decided === 'yes' ? consent.yes() : consent.no() }, text: '' };
}

/** What a person sees when the application asks wrongly: no redirection, no JSON. */
export function refusalPage(title: string, sentence: string): Reply {
  return { status: 400, headers: { 'content-type': 'text/html; charset=utf-8' }, text: page(title, `<p>${escaped(sentence)}</p>`) };
}

/** An address with more in its query; what is null is left out. */
export function withQuery(address: string, values: Record<string, string | null>, fragment = ''): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(values)) if (value !== null) url.searchParams.set(name, value);
  return `${url.toString()}${fragment}`;
}

function askingPage(ask: Ask, { title, scopes }: Consent): Reply {
  const link = (decision: string, words: string) => `<p><a id="${decision}" href="${escaped(withQuery(ask.url.toString(), { decision }))}">${words}</a></p>`;
  const list = `<ul>${scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('')}</ul>`;
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, text: page(title, `${list}${link('yes', 'Autoriser')}${link('no', 'Annuler')}`) };
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>${body}</html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
