/** Signs about twice as wide as a letter: emoji, and the writings of East Asia. */
const WIDE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF01-\uFF60]/u;

/**
 * At most so many signs as people count them, a wide one for two, cut between words where it can be, with an ellipsis: a line
 * of emoji takes no more room than one of letters.
 */
export function shorten(text: string, most: number): string {
  const seen = text.slice(0, most * 16);
  let [end, width] = [0, 0];
  for (const { segment } of new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(seen)) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > most) return `${betweenWords(seen.slice(0, end))}…`;
    end += segment.length;
  }
  return seen.length < text.length ? `${seen}…` : text;
}

function betweenWords(cut: string): string {
  const space = cut.lastIndexOf(' ');
  return (space > cut.length * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:.]+$/u, '');
}
