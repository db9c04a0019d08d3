/**
 * Whether an address is that of a page, told as the router tells it: under `/o/:slug`, or from the root where it begins with `/`.
 * The bare address leads to the overview.
 */
export function isAt(path: string, pathname: string): boolean {
  const wanted = (path.startsWith('/') ? path : `/o/:slug/${path}`).split('/').filter((part) => part !== '');
  const asked = (pathname === '/' ? '/o/-' : pathname).split('/').filter((part) => part !== '');
  return wanted.length === asked.length && wanted.every((part, place) => part.startsWith(':') || part === asked[place]);
}
