import { DIRECTORY_RETURN_PATH } from '@portee/shared';
import type { AccountSettings } from './account-settings.js';
import type { RequestHeaders } from './auth-port.js';
import { ATTEMPT_SECONDS } from './directory-attempts.js';

type Settings = Pick<AccountSettings, 'publicUrl'>;

/** Held by the browser that set out, and by no other: whoever is handed somebody else's return cannot be signed in by it. */
export function keepBrowser(secret: string, settings: Settings): string {
  return cookie(secret, ATTEMPT_SECONDS, settings);
}

export function forgetBrowser(settings: Settings): string {
  return cookie('', 0, settings);
}

/** Empty: this browser did not set out. */
export function browserOf({ cookie: given }: RequestHeaders, settings: Settings): string {
  const start = `${nameOf(settings)}=`;
  const pairs = [given ?? ''].flat().join('; ').split(/; */u);
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) ?? '';
}

/** Lax: the directory sends people back from another site. */
function cookie(value: string, seconds: number, settings: Settings): string {
  const secure = isHttps(settings) ? '; Secure' : '';
  return `${nameOf(settings)}=${value}; Path=${DIRECTORY_RETURN_PATH}; Max-Age=${String(seconds)}; HttpOnly; SameSite=Lax${secure}`;
}

function nameOf(settings: Settings): string {
  return isHttps(settings) ? '__Secure-portee.directory' : 'portee.directory';
}

function isHttps({ publicUrl }: Settings): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}
