/** A server, and the account on it where one was named. */
export interface MastodonAddress {
  /** `https://host`, without a slash at the end. */
  address: string;
  /** Name before the @; null: only a server was named. */
  name: string | null;
}

const HANDLE = /^@?([\w.-]+)@([^\s/@]+)$/u;
const PROFILE = /^\/(?:web\/)?@([\w.-]+)(?:@([^\s/@]+))?(?:\/|$)|^\/users\/([\w.-]+)/u;

/**
 * Reads what people type or copy: `mastodon.example`, `@centre@mastodon.example`, a page of a profile. A profile looked at from
 * another server (`/@centre@home`) is asked for at home: elsewhere its counts are not complete.
 * @returns null where no server can be made out
 */
export function readMastodonAddress(typed: string): MastodonAddress | null {
  const text = typed.trim();
  const [, handle, home] = HANDLE.exec(text.replace(/^acct:/i, '')) ?? [];
  if (handle !== undefined && home !== undefined) return serverAt(home, handle);
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || /^(https?:\/\/)?[^/]*[@\s]/i.test(text)) return null;
  const [, viewed, viewedHome, user] = PROFILE.exec(url.pathname) ?? [];
  if (viewedHome !== undefined) return serverAt(viewedHome, viewed ?? null);
  return { address: `${protocolFor(url)}//${url.host}`, name: viewed ?? user ?? null };
}

function serverAt(host: string, name: string | null): MastodonAddress | null {
  const url = URL.parse(`https://${host}`);
  return url === null || url.pathname !== '/' || url.username !== '' ? null : { address: url.origin, name };
}

/** Whoever types http means the server, which speaks https. A bare address keeps what was typed: the guard judges it. */
function protocolFor({ protocol, hostname }: URL): string {
  return protocol === 'http:' && /^(\[.*\]|[\d.]+|localhost)$/.test(hostname) ? 'http:' : 'https:';
}
