import { CONNECTION_RETURN_PATH, type ConnectionReturn } from '@portee/shared';

/** What a return says where nobody was signed in when it came: no word of a network. */
export const SIGNED_OUT = 'portee:signed-out';

/**
 * Where somebody goes who comes back from a network signed out: to sign in, then through the same return again. It leads on only whoever
 * began, and only to begin again: the code stays behind, as it must not stand in the address of a page. Nothing was looked up: a state
 * that somebody made up leads to the same page.
 */
export function signInFirst({ state, error }: ConnectionReturn): string {
  const again = new URLSearchParams({ state, error: error ?? SIGNED_OUT });
  return `/connexion?${new URLSearchParams({ vers: `${CONNECTION_RETURN_PATH}?${again.toString()}` }).toString()}`;
}
