/** Words as a person writes them in one field: on lines, or with commas between. */
export function readThemeWords(written: string): string[] {
  return written.split(/[,;\n]/u).map((word) => word.trim()).filter((word) => word !== '');
}

export function writeThemeWords(words: readonly string[]): string {
  return words.join(', ');
}
