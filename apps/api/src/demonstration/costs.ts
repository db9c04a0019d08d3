import { addMonths, firstDay, monthOf, monthsBetween } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { writeChannelEuros, writeHours, writePostEuros } from '../channels/effort.query.js';
import type { LedgerChannel } from '../posts/ledger-channel.js';
import { readPostStats } from '../posts/post-stat-row.js';
import { type DemonstrationChannel, demonstrationChannels } from './centre.js';
import { Random } from './random.js';
import { at, type StoryLine } from './story-line.js';

/** The team has noted its hours and its euros for so many whole months. */
const NOTED_MONTHS = 13;
const SUMMER = new Set(['07', '08']);
/** Part of the ordinary hours that a summer month takes: the house is half closed. */
const SUMMER_SHARE = 0.5;
/** Steps of what is put into a push. */
const PUSH_STEP_EUROS = 5;

/** A channel of the centre, and where it stands in the ledger. */
interface CostlyChannel {
  organisationId: string;
  channelId: string;
  channel: DemonstrationChannel;
}

/** What the fictitious centre noted of its channels' costs; channels by their place in the list of the centre's. */
export async function writeCosts(manager: EntityManager, organisationId: string, { story, channels }: { story: StoryLine; channels: ReadonlyMap<number, LedgerChannel> }): Promise<void> {
  for (const [number, channel] of demonstrationChannels.entries()) {
    const ledger = channels.get(number);
    if (ledger === undefined) continue;
    const costly = { organisationId, channelId: ledger.id, channel };
    for (const month of notedMonths(story)) await writeMonth(manager, costly, { month, at: notedAt(story, month) });
    if (channel.monthlyEuros !== null) await writePushes(manager, costly, story);
  }
}

async function writeMonth(manager: EntityManager, { channel, ...key }: CostlyChannel, when: { month: string; at: Date }): Promise<void> {
  const hours = hoursOf(channel, when.month);
  if (hours !== null) await writeHours(manager, { ...key, ...when }, hours);
  if (channel.monthlyEuros !== null) await writeChannelEuros(manager, { ...key, ...when }, channel.monthlyEuros);
}

/** Every pushed post of the months of which costs are noted, the present one too. */
async function writePushes(manager: EntityManager, { channel, ...key }: CostlyChannel, story: StoryLine): Promise<void> {
  const posts = await readPostStats(manager, { organisationId: key.organisationId, id: key.channelId }, { from: firstDay(addMonths(monthOf(story.lastDay), -NOTED_MONTHS)), to: story.lastDay });
  for (const { postId, publishedAt, localDay } of posts.filter(({ paid }) => paid === true)) {
    const euros = PUSH_STEP_EUROS * new Random(channel.seed, publishedAt.getTime() / 60_000, 2).whole(2, 6);
    await writePostEuros(manager, { ...key, month: monthOf(localDay), at: story.lastCollection }, { postId, euros });
  }
}

/** Hours of a month, to the quarter as people note them; null where nobody does. */
export function hoursOf(channel: DemonstrationChannel, month: string): number | null {
  if (channel.monthlyHours === null) return null;
  const share = SUMMER.has(month.slice(5)) ? SUMMER_SHARE : 1;
  const random = new Random(channel.seed, Number(month.replace('-', '')), 3);
  return Math.round(channel.monthlyHours * share * random.between(0.8, 1.25) * 4) / 4;
}

function notedMonths({ lastDay }: StoryLine): string[] {
  const present = monthOf(lastDay);
  return monthsBetween(addMonths(present, -NOTED_MONTHS), addMonths(present, -1));
}

/** When the month was over, if it was already. */
function notedAt(story: StoryLine, month: string): Date {
  const then = at(`${addMonths(month, 1)}-03T10:00`);
  return then < story.lastCollection ? then : story.lastCollection;
}
