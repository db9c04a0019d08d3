import { pdfText, placedWords, type PlacedWord } from './poppler.js';

/** Millimetres to points. */
const MM = 72 / 25.4;
const PAPER = { width: 210 * MM, height: 297 * MM };
const MARGIN = 18 * MM;
/** In spare fonts an unseen sign at the end of a line has a width. */
const SLACK = 1;
/** A document goes by e-mail. */
const MOST_BYTES = 400_000;

/** What is wrong with a document whatever it says: untagged, too heavy, letters in the margin or over other letters. */
export function paperFaults(pdf: Buffer): string[] {
  const words = placedWords(pdf);
  return [
    ...(/pdfuaid:part>1</.test(pdf.toString('latin1')) ? [] : ['not PDF/UA-1']),
    ...(pdf.length < MOST_BYTES ? [] : [`${pdf.length} bytes`]),
    ...words.filter(({ left, right, top, bottom }) => left < MARGIN - SLACK || right > PAPER.width - MARGIN + SLACK || top < 0 || bottom > PAPER.height).map(({ page, word }) => `page ${page + 1}, in the margin: ${word}`),
    ...words.flatMap((word, index) => words.slice(index + 1).filter((other) => touch(word, other)).map((other) => `page ${word.page + 1}, over each other: ${word.word} / ${other.word}`)),
  ];
}

/** The words of a document in order of reading, each space one. Narrow spaces are left out: some versions of the tool lose them. */
export function wordsOf(pdf: Buffer): string {
  return pdfText(pdf, 'raw').replace(/[\u200B\u202F]/gu, '').replace(/\s+/gu, ' ');
}

/** Boxes of lines are higher than their letters, so that those of lines above each other may share a little. */
function touch(one: PlacedWord, other: PlacedWord): boolean {
  if (one.page !== other.page) return false;
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 1 && high > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top);
}
