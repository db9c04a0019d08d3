import { searchText } from './search-text.js';

/** The words of a question, each once, as `searchText` reads them. All of them are looked for, in any order. Empty: nothing can be looked for. */
export function searchWords(question: string): string[] {
  return [...new Set(searchText(question).split(/\s+/u).filter((word) => word !== ''))];
}

/** A stretch of a text, as offsets into it. */
export interface Stretch { from: number; to: number }

/** Where words, read by `searchWords`, stand in a text: in order, none overlapping another. */
export function wordPlaces(text: string, words: readonly string[]): Stretch[] {
  const { folded, offsets } = foldWithOffsets(text);
  const at = (place: number): number => offsets[place] ?? text.length;
  const found = words.flatMap((word) => everyPlace(folded, word).map((place) => ({ from: at(place), to: at(place + word.length) })));
  const merged: Stretch[] = [];
  for (const stretch of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last === undefined || stretch.from >= last.to) merged.push({ ...stretch });
    else last.to = Math.max(last.to, stretch.to);
  }
  return merged;
}

/** How much of the text before a found word is shown, so that one sees what it is about. */
const LEAD = 40;

/** The part of a text in which the first of the words stands, on one line, cut between words; whole where it is short. */
export function excerptAround(text: string, words: readonly string[], longest = 160): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const first = wordPlaces(line, words)[0] ?? { from: 0, to: 0 };
  const from = first.from <= LEAD ? 0 : toCharacter(line, Math.min(first.from - LEAD, line.length - longest));
  const to = toCharacter(line, Math.min(line.length, from + longest));
  const start = from === 0 ? 0 : wordAfter(line, from, first.from);
  const end = to === line.length ? to : wordBefore(line, to, first.to);
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
}

/** Where the first whole word from an offset on begins; the offset itself where a word that must be shown comes before. */
function wordAfter(line: string, offset: number, latest: number): number {
  const space = line.indexOf(' ', offset - 1);
  return space === -1 || space >= latest ? offset : space + 1;
}

/** Where the last whole word up to an offset ends; the offset itself where a word that must be shown ends after. */
function wordBefore(line: string, offset: number, earliest: number): number {
  const space = line.lastIndexOf(' ', offset);
  return space < earliest ? offset : space;
}

/** The text as it is looked for, and where each of its signs came from. */
function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const sign of text) {
    const read = searchText(sign);
    for (let index = 0; index < read.length; index += 1) offsets.push(offset);
    folded += read;
    offset += sign.length;
  }
  return { folded, offsets };
}

function everyPlace(text: string, word: string): number[] {
  const places: number[] = [];
  for (let place = text.indexOf(word); place !== -1; place = text.indexOf(word, place + word.length)) places.push(place);
  return places;
}

/** Never between the two halves of an emoji. */
function toCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xDC00 && code <= 0xDFFF ? offset - 1 : offset;
}
