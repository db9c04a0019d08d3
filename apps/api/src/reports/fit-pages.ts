import type { ReportWords } from '@portee/shared';
import type { BoardDocument } from './board-document.js';
import {
  withChannels, withComment, withFormats, withoutGlossary, withoutLeastSeen, withoutMoments, withoutOtherMovements, withoutParagraphs, withoutSmallHundreds,
} from './lighter-board.js';

/** A board reads four pages. */
export const MOST_PAGES = 4;

const FEW_FORMATS = 4;
/** Channels for which tables and glossary give nothing up; fewer than these only where those are gone already. */
const FEW_CHANNELS = 16;
/** Signs of the team's word that stay whatever happens. */
const SHORT_COMMENT = 200;

/** The words of the document, and whether one, laid out, keeps to its pages. */
interface Room { words: ReportWords; fits: (board: BoardDocument) => boolean }

/** A document with less in it; null: there is nothing of that kind to leave out. */
type GivesWay = (board: BoardDocument, room: Room) => BoardDocument | null;

/**
 * What gives way where a document is too long, one after the other, each on top of those before; README.md says why in this
 * order. Findings, proposals and the figures of the main channel are not among them.
 */
const givesWay: readonly GivesWay[] = [
  (board, { words }) => withFormats(board, FEW_FORMATS, words),
  (board, { words }) => withoutLeastSeen(board, words),
  withoutSmallHundreds,
  (board, room) => withFewerChannels(board, FEW_CHANNELS, room),
  (board, { words }) => withoutGlossary(board, words),
  (board, { words }) => withoutMoments(board, words),
  (board, { words }) => withFormats(board, 0, words),
  (board, room) => withFewerChannels(board, 1, room),
  (board, { words }) => withoutOtherMovements(board, words),
  withoutParagraphs,
  withShorterComment,
];

/** The document as it is where that fits; else what matters least is left out, piece by piece, until it does. */
export function fitPages(whole: BoardDocument, room: Room): BoardDocument {
  let board = whole;
  for (const lighten of givesWay) {
    if (room.fits(board)) return board;
    board = lighten(board, room) ?? board;
  }
  return board;
}

/** As many channels as fit, and no fewer than `least`. */
function withFewerChannels(board: BoardDocument, least: number, { words, fits }: Room): BoardDocument | null {
  const all = board.channels?.rows.length ?? 0;
  return all <= least ? null : asMuchAsFits({ least, all, fits, cut: (count) => withChannels(board, count, words) });
}

/** As much of the team's word as fits. */
function withShorterComment(board: BoardDocument, { words, fits }: Room): BoardDocument | null {
  const all = board.comment?.paragraphs.join(' ').length ?? 0;
  return all <= SHORT_COMMENT ? null : asMuchAsFits({ least: SHORT_COMMENT, all, fits, cut: (length) => withComment(board, length, words) });
}

/** Between `least` and less than `all` of something, by halves: the most that fits, or the least. */
function asMuchAsFits({ least, all, fits, cut }: { least: number; all: number; fits: Room['fits']; cut: (count: number) => BoardDocument }): BoardDocument {
  let [count, tooMuch, kept] = [least, all, cut(least)];
  if (!fits(kept)) return kept;
  while (tooMuch - count > 1) {
    const middle = Math.floor((count + tooMuch) / 2);
    const more = cut(middle);
    if (fits(more)) [count, kept] = [middle, more];
    else tooMuch = middle;
  }
  return kept;
}
