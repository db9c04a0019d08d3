import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Channel } from '../channels/channel.entity.js';
import { createChannel } from '../channels/channels.service.js';
import type { LedgerChannel } from '../posts/ledger-channel.js';
import type { StagedDay, StagedPost } from '../posts/stage-readings.js';
import { writeReadings, type WriteOutcome } from '../posts/write-readings.js';
import type { RecommendationsService } from '../recommendations/recommendations.service.js';
import { DEMONSTRATION_TIME_ZONE, demonstrationChannels, type DemonstrationNetwork } from './centre.js';
import { channelDays } from './channel-days.js';
import { writeCosts } from './costs.js';
import { postReadings } from './post-readings.js';
import { type StoryLine, storyLine } from './story-line.js';
import { createThemes } from './themes.js';
import { writePlan } from './write-plan.js';

/** Creates the channels and themes of the fictitious centre, hands eighteen months of readings to the ledger notes what they cost, and plans, in the transaction given. */
export async function writeDemonstration(manager: EntityManager, organisationId: string, { now, recommendations }: { now: Date; recommendations: RecommendationsService }): Promise<WriteOutcome> {
  const channels = await createChannels(manager, organisationId);
  await createThemes(manager, organisationId);
  const story = storyLine(now);
  const written = await writeReadings(manager, {
    origin: { organisationId, originId: newId(), source: 'demo', remembersReplaced: false },
    observedAt: story.lastCollection,
    posts: stagedPosts(story),
    days: stagedDays(story),
    channels: () => Promise.resolve(channels),
  });
  await writeCosts(manager, organisationId, { story, channels });
  const channelOf = (network: DemonstrationNetwork): string => [...channels.values()].find((channel) => channel.network === network)?.id ?? '';
  await writePlan(manager, organisationId, { story, channelOf, recommendations });
  return written;
}

/** By their numbers: their place in the list of the centre's channels. */
async function createChannels(manager: EntityManager, organisationId: string): Promise<Map<number, LedgerChannel>> {
  const organisation = { id: organisationId, timeZone: DEMONSTRATION_TIME_ZONE };
  const created = new Map<number, LedgerChannel>();
  const ids = new Map<DemonstrationNetwork, string>();
  for (const [number, { network, name, externalId, audience, belongsTo, isMain }] of demonstrationChannels.entries()) {
    const id = await createChannel(manager, organisation, { network, name, externalId, audience, originId: null });
    const parentChannelId = belongsTo === null ? null : (ids.get(belongsTo) ?? null);
    await manager.update(Channel, { organisationId, id }, { isMain, parentChannelId });
    ids.set(network, id);
    created.set(number, { id, network, timeZone: DEMONSTRATION_TIME_ZONE });
  }
  return created;
}

async function* stagedPosts(story: StoryLine): AsyncGenerator<StagedPost> {
  for (const [channelNumber, channel] of demonstrationChannels.entries()) {
    for (const reading of postReadings(story, channel)) yield { channelNumber, reading };
  }
}

async function* stagedDays(story: StoryLine): AsyncGenerator<StagedDay> {
  for (const [channelNumber, channel] of demonstrationChannels.entries()) {
    for (const reading of channelDays(story, channel)) yield { channelNumber, reading };
  }
}
