/** Patterns for `LIKE ALL`: each word anywhere in a text. What LIKE would read as a sign of its own is looked for as it is written. */
export function likeEvery(words: readonly string[]): string[] {
  return words.map((word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
}
