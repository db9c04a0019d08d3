import { CONNECTION_RETURN_PATH } from '@portee/shared';

/** Where to go after signing in: a path of ours, never another site, whatever the address says. */
export function wayBack(asked: string | null): string {
  if (asked === null || !asked.startsWith('/') || asked.startsWith('//') || asked.includes('\\')) return '/';
  return asked;
}

/** Somebody came back from a network after their session had ended. The address is the server's, which leads on to a page. */
export function isReturnFromNetwork(back: string): boolean {
  return back.startsWith(`${CONNECTION_RETURN_PATH}?`);
}
