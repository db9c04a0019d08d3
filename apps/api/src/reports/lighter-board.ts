import { shorten, type ReportWords } from '@portee/shared';
import type { BoardDocument } from './board-document.js';

// Each gives a document with less in it, and says there what is left out; null: there is nothing of that kind to leave out.

export function withChannels(board: BoardDocument, count: number, { say }: ReportWords): BoardDocument {
  const channels = board.channels && {
    ...board.channels, rows: board.channels.rows.filter(({ keep }) => keep < count), left: say('board.channels.left', { count: board.channels.count - count }),
  };
  return { ...board, channels };
}

/** The most frequent formats: they stand first. */
export function withFormats(board: BoardDocument, count: number, words: ReportWords): BoardDocument | null {
  const { formats } = board.advice;
  if (formats === null || formats.rows.length <= count) return null;
  const [rare, all] = [words.say('board.left.rareFormats'), words.say('board.left.formats')];
  const shorter = { ...board, advice: { ...board.advice, formats: { ...formats, rows: formats.rows.slice(0, count) } } };
  return withLeft(shorter, [...leftOf(board).filter((part) => part !== rare), count === 0 ? all : rare], words);
}

export function withoutLeastSeen(board: BoardDocument, words: ReportWords): BoardDocument | null {
  const { posts } = board;
  if (posts === null || posts.groups.length < 2) return null;
  return withLeft({ ...board, posts: { ...posts, groups: posts.groups.slice(0, 1) } }, [...leftOf(board), words.say('board.left.posts')], words);
}

/** Their figures stand in the table: nothing to look for elsewhere. */
export function withoutSmallHundreds(board: BoardDocument): BoardDocument | null {
  const { channels } = board;
  return channels === null || channels.pictures.length === 0 ? null : { ...board, channels: { ...channels, pictures: [] } };
}

export function withoutGlossary(board: BoardDocument, words: ReportWords): BoardDocument | null {
  return board.words === null ? null : withLeft({ ...board, words: null }, [...leftOf(board), words.say('board.left.words')], words);
}

export function withoutMoments(board: BoardDocument, words: ReportWords): BoardDocument | null {
  const { moments } = board.advice;
  if (moments === null || moments.rows.length === 0) return null;
  return withLeft({ ...board, advice: { ...board.advice, moments: { ...moments, rows: [] } } }, [...leftOf(board), words.say('board.left.moments')], words);
}

/** How reach moves on the main channel alone, or on the one of which most can be said. */
export function withoutOtherMovements(board: BoardDocument, words: ReportWords): BoardDocument | null {
  const { trend } = board.advice;
  if (trend === null || trend.things.length < 2) return null;
  return withLeft({ ...board, advice: { ...board.advice, trend: { ...trend, things: trend.things.slice(0, 1) } } }, [...leftOf(board), words.say('board.left.movements')], words);
}

/** A word of a thousand lines is a page and more of white: it runs on. */
export function withoutParagraphs(board: BoardDocument): BoardDocument | null {
  const { comment } = board;
  return comment === null || comment.paragraphs.length < 2 ? null : { ...board, comment: { ...comment, paragraphs: [comment.paragraphs.join(' ')] } };
}

export function withComment(board: BoardDocument, length: number, words: ReportWords): BoardDocument {
  const comment = board.comment && { ...board.comment, paragraphs: [shorten(board.comment.paragraphs.join(' '), length)] };
  return withLeft({ ...board, comment }, [...leftOf(board), words.say('board.left.comment')], words);
}

function leftOf({ left }: BoardDocument): readonly string[] {
  return left?.parts ?? [];
}

function withLeft(board: BoardDocument, parts: string[], { say, write }: ReportWords): BoardDocument {
  return { ...board, left: { parts, sentence: say('board.left', { parts: write.list(parts) }) } };
}
