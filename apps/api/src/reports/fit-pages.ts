import type { ReportWords } from '@portee/shared';
import type { BoardDocument } from './board-document.js';

/** A board reads four pages. */
export const MOST_PAGES = 4;

const FEW_FORMATS = 4;
/** Channels for which tables and glossary give nothing up; fewer than these only where those are gone already. */
const FEW_CHANNELS = 16;

/** The words of the document, and whether one, laid out, keeps to its pages. */
interface Room { words: ReportWords; fits: (board: BoardDocument) => boolean }

/** A document with less in it; null: there is nothing of that kind to leave out. */
type GivesWay = (board: BoardDocument, room: Room) => BoardDocument | null;

/**
 * What gives way where a document is too long, one after the other, each on top of those before; README.md says why in this
 * order. Sentences, proposals and the figures of the main channel are not among them.
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

/** As many channels as fit, by halves, and no fewer than `least`. */
function withFewerChannels(board: BoardDocument, least: number, { words, fits }: Room): BoardDocument | null {
  let [count, tooMany] = [least, board.channels?.rows.length ?? 0];
  if (tooMany <= least) return null;
  let kept = withChannels(board, least, words);
  if (!fits(kept)) return kept;
  while (tooMany - count > 1) {
    const middle = Math.floor((count + tooMany) / 2);
    const more = withChannels(board, middle, words);
    if (fits(more)) [count, kept] = [middle, more];
    else tooMany = middle;
  }
  return kept;
}

function withChannels(board: BoardDocument, count: number, { say }: ReportWords): BoardDocument {
  const channels = board.channels && {
    ...board.channels, rows: board.channels.rows.filter(({ keep }) => keep < count), left: say('board.channels.left', { count: board.channels.count - count }),
  };
  return { ...board, channels };
}

/** The most frequent formats: they stand first. */
function withFormats(board: BoardDocument, count: number, words: ReportWords): BoardDocument | null {
  const { formats } = board.advice;
  if (formats === null || formats.rows.length <= count) return null;
  const [rare, all] = [words.say('board.left.rareFormats'), words.say('board.left.formats')];
  const shorter = { ...board, advice: { ...board.advice, formats: { ...formats, rows: formats.rows.slice(0, count) } } };
  return withLeft(shorter, [...leftOf(board).filter((part) => part !== rare), count === 0 ? all : rare], words);
}

function withoutLeastSeen(board: BoardDocument, words: ReportWords): BoardDocument | null {
  const { posts } = board;
  if (posts === null || posts.groups.length < 2) return null;
  return withLeft({ ...board, posts: { ...posts, groups: posts.groups.slice(0, 1) } }, [...leftOf(board), words.say('board.left.posts')], words);
}

/** Their figures stand in the table: nothing to look for elsewhere. */
function withoutSmallHundreds(board: BoardDocument): BoardDocument | null {
  const { channels } = board;
  return channels === null || channels.pictures.length === 0 ? null : { ...board, channels: { ...channels, pictures: [] } };
}

function withoutGlossary(board: BoardDocument, words: ReportWords): BoardDocument | null {
  return board.words === null ? null : withLeft({ ...board, words: null }, [...leftOf(board), words.say('board.left.words')], words);
}

function withoutMoments(board: BoardDocument, words: ReportWords): BoardDocument | null {
  const { moments } = board.advice;
  if (moments === null || moments.rows.length === 0) return null;
  return withLeft({ ...board, advice: { ...board.advice, moments: { ...moments, rows: [] } } }, [...leftOf(board), words.say('board.left.moments')], words);
}

function leftOf({ left }: BoardDocument): readonly string[] {
  return left?.parts ?? [];
}

function withLeft(board: BoardDocument, parts: string[], { say, write }: ReportWords): BoardDocument {
  return { ...board, left: { parts, sentence: say('board.left', { parts: write.list(parts) }) } };
}
