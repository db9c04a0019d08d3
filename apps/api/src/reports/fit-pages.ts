import type { ReportWords } from '@portee/shared';
import type { BoardChannels } from './board-channels.js';
import type { BoardDocument } from './board-document.js';

/** A board reads four pages. */
export const MOST_PAGES = 4;

const FEW_FORMATS = 4;
/** Lines of the table of channels that leave room for the rest. */
const MOST_CHANNELS = 36;

/**
 * What gives way where a document is too long, one after the other, each on top of those before: first what the page of the
 * report shows as well and nobody decides upon, last the lines of channels. Sentences and proposals never do.
 */
export const givesWay: readonly ((board: BoardDocument, words: ReportWords) => BoardDocument)[] = [
  (board) => withFormats(board, FEW_FORMATS),
  (board) => ({ ...board, posts: board.posts && { ...board.posts, groups: board.posts.groups.slice(0, 1) } }),
  (board) => ({ ...board, words: null }),
  (board) => ({ ...board, advice: { ...board.advice, moments: board.advice.moments && { ...board.advice.moments, rows: [] } } }),
  (board) => withFormats(board, 0),
  (board, words) => ({ ...board, channels: board.channels && cutChannels(board.channels, words) }),
];

/** The most frequent formats: they stand first. */
function withFormats(board: BoardDocument, count: number): BoardDocument {
  const { formats } = board.advice;
  return { ...board, advice: { ...board.advice, formats: formats && { ...formats, rows: formats.rows.slice(0, count) } } };
}

/** The main channel stands first; how many are left out is said. */
function cutChannels(channels: BoardChannels, { say }: ReportWords): BoardChannels {
  const { rows, notes } = channels;
  return rows.length <= MOST_CHANNELS ? channels : { ...channels, rows: rows.slice(0, MOST_CHANNELS), notes: [...notes, say('board.channels.left', { count: rows.length - MOST_CHANNELS })] };
}
