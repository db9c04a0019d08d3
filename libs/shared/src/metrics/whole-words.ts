/** Letters, digits and the underscore: what a word goes on with. */
const IN_WORD = /[\p{L}\p{N}_]/u;
/** Accents and other marks, and signs that are not drawn. */
const UNSEEN = /[\p{M}\p{Cf}]+/gu;

/**
 * A text as it is looked for: without accents, case, invisible signs and letters in disguise (𝗣𝗮𝗿𝘁𝗮𝗴𝗲𝘇), the typewriter's
 * apostrophe, single spaces. "Cœur" reads "coeur".
 */
export function foldText(text: string): string {
  // Marks go before too: a long run of them takes the square of its length to be put in order.
  return text
    .replace(UNSEEN, '').normalize('NFKD').replace(UNSEEN, '').toLowerCase()
    .replaceAll('œ', 'oe').replaceAll('æ', 'ae').replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim();
}

/** Whether a folded text holds a folded phrase as whole words: "partage" is in "#Partage !", not in "partageons". */
export function holdsPhrase(text: string, phrase: string): boolean {
  if (phrase === '') return false;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!isInWord(signBefore(text, at)) && !isInWord(signAt(text, at + phrase.length))) return true;
  }
  return false;
}

function isInWord(sign: string): boolean {
  return IN_WORD.test(sign);
}

function signAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function signBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
}
