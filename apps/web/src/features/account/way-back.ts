/** Where to go after signing in: a path of ours, never another site, whatever the address says. */
export function wayBack(asked: string | null): string {
  if (asked === null || !asked.startsWith('/') || asked.startsWith('//') || asked.includes('\\')) return '/';
  return asked;
}
