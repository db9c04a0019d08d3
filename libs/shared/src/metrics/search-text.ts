/** A text as it is looked for: lower case, without accents, so that « été » is found by "ete". Null stays null. */
export function searchText(text: string): string;
export function searchText(text: string | null): string | null;
export function searchText(text: string | null): string | null {
  if (text === null) return null;
  return text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();
}
