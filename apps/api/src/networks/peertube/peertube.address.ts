/** What a person pointed at: a channel or an account of a server, or the server alone. */
export interface PeertubeAddress {
  /** Host name, with a port where one was typed. */
  host: string;
  name: string | null;
  /** `any`: a handle, which channels and accounts share. */
  kind: 'channel' | 'account' | 'any';
}

const HANDLE = /^@?([\w.-]+)@([^\s/@]+)\/*$/u;
const CHANNEL_PATHS = ['c', 'video-channels'];
const ACCOUNT_PATHS = ['a', 'accounts'];

/**
 * Reads an address as people type it: `peertube.example/c/name`, `@name@peertube.example`, a page copied from the browser.
 * A channel shown by another server (`/c/name@home`) is asked for at home. Only https is spoken, whatever was typed.
 * @returns null where no server can be made out
 */
export function readAddress(typed: string): PeertubeAddress | null {
  const text = typed.trim().replace(/^[a-z]+:\/\//i, '');
  const [, name, host] = HANDLE.exec(text) ?? [];
  if (name !== undefined && host !== undefined) return at(host, name, 'any');
  const url = URL.parse(`https://${text}`);
  if (url === null || text === '') return null;
  const [kind = '', named] = url.pathname.split('/').filter((part) => part !== '').map(decoded);
  if (kind.startsWith('@')) return atHome(url.host, kind.slice(1), 'any');
  if (named !== undefined && CHANNEL_PATHS.includes(kind)) return atHome(url.host, named, 'channel');
  if (named !== undefined && ACCOUNT_PATHS.includes(kind)) return atHome(url.host, named, 'account');
  return { host: url.host, name: null, kind: 'any' };
}

function atHome(host: string, named: string, kind: PeertubeAddress['kind']): PeertubeAddress | null {
  const [, name, home] = HANDLE.exec(named) ?? [];
  return name !== undefined && home !== undefined ? at(home, name, kind) : at(host, named, kind);
}

function at(typedHost: string, name: string, kind: PeertubeAddress['kind']): PeertubeAddress | null {
  const host = URL.parse(`https://${typedHost}`)?.host;
  return host === undefined || host === '' ? null : { host, name, kind };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
