/** At most so many signs as people count them, cut between words where it can be, with an ellipsis. */
export function shorten(text: string, most: number): string {
  const signs = Array.from(new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text.slice(0, most * 16)), ({ segment }) => segment);
  if (signs.length <= most) return text.length <= most * 16 ? text : `${signs.join('')}…`;
  const cut = signs.slice(0, most).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/u, '')}…`;
}
