const alphabet = new Intl.Collator('fr');

/** Order of the alphabet: accents and capitals stand with their plain letters. */
export function byThemeName(one: { name: string }, other: { name: string }): number {
  return compareThemeNames(one.name, other.name);
}

/** The same of names alone. */
export function compareThemeNames(one: string, other: string): number {
  return alphabet.compare(one, other);
}

/** A name as it is kept: one way to write each accent, single spaces. */
export function tidyThemeName(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
