import { hidePeople } from './hide-people.js';

const SECRET_NAME = /token|secret|password|authorization|verifier|proof|jwt|^code$|key$/i;
const SECRET_FIELD = /("[^"]*(?:token|secret|password|jwt)[^"]*"\s*:\s*")[^"]*("?)/gi;
/** How much of an answer that nobody understands is kept, in characters. */
const KEPT = 300;
/** Looked at before it is cut, so that no half of a secret stays. */
const LOOKED_AT = 8_000;
/** Shorter values are found in ordinary words. */
const SHORTEST = 6;

/** What a request said that must never be read back: values by name, from its headers, form and address. */
export function secretsOf(parts: { headers?: Readonly<Record<string, string>>; form?: Readonly<Record<string, string>>; url: URL }): string[] {
  const named = [...Object.entries(parts.headers ?? {}), ...Object.entries(parts.form ?? {}), ...parts.url.searchParams];
  return named
    .filter(([name]) => SECRET_NAME.test(name))
    .map(([, value]) => value.replace(/^(Bearer|Basic|OAuth)\s+/i, ''))
    .filter((value) => value.length >= SHORTEST);
}

/** An answer without the secrets that were sent, should it repeat them, and without those it hands out. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const without = secrets.reduce((left, secret) => left.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…'), text);
  return without.replace(SECRET_FIELD, '$1…$2');
}

/** Beginning of an answer, for whoever has to find out what changed: without secrets, and without what people wrote or are called. */
export function beginningOf({ text, status }: { text: string; status: number }, secrets: readonly string[]): string {
  return hidePeople(hideSecrets(text.slice(0, LOOKED_AT), secrets), status).slice(0, KEPT).toWellFormed().replaceAll('\u0000', '');
}
