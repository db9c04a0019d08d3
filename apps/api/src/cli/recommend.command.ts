import type { Recommendation } from '@portee/shared';
import type { Command } from 'commander';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import { Advisor } from '../recommendations/advisor.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import type { CommandLine } from './command-line.js';
import { findByName } from './find-channel.js';
import { textTable } from './text-table.js';
import { readInstant } from './values.js';

interface RecommendOptions {
  organisation: string;
  channel?: string;
  asOf?: string;
}

export function addRecommend(program: Command, line: CommandLine): void {
  program
    .command('recommend')
    .description(line.words('recommend.about'))
    .requiredOption('--organisation <slug>', line.words('option.organisation'))
    .option('--channel <channel>', line.words('recommend.channel'))
    .option('--as-of <instant>', line.words('recommend.as-of'))
    .action((options: RecommendOptions) => recommend(line, options));
}

/** The records of the organisation's channels: those kept, brought up to date; with an instant, those it would have given then, kept nowhere. What could not be made is told after what could. */
function recommend(line: CommandLine, { organisation: slug, channel, asOf }: RecommendOptions): Promise<void> {
  return line.withServices(async (services) => {
    const { id, timeZone } = await services.get(OrganisationsService).bySlug(slug);
    const at = asOf === undefined ? null : readInstant('--as-of', asOf, timeZone);
    const channels = await services.get(ChannelsService).list(id);
    const channelId = channel === undefined ? undefined : findByName(channels, { channel, organisation: slug }).id;
    const wanted = channelId === undefined ? {} : { channelId };
    const failures = at === null ? await services.get(Advisor).refresh(id) : [];
    const records = at === null ? await services.get(RecommendationsService).records(id, wanted) : await services.get(Advisor).recordsAsOf(id, { ...wanted, asOf: at });
    line.answer(records, () => textTable([['channel', 'dimension', 'level', 'verdict', 'effect', 'low', 'high', 'posts'], ...records.map(row)]));
    for (const failure of failures) line.tell('recommend.failed', { channel: channels.find((one) => one.id === failure.channelId)?.name ?? slug });
    if (failures[0]) throw failures[0].cause;
  });
}

function row({ channel, dimension, level, verdict, effect, low, high, posts }: Recommendation): string[] {
  return [channel, dimension, level ?? '', verdict, ...[effect, low, high].map(signed), String(posts)];
}

/** `+38 %`; nothing where nothing can be said. */
function signed(fraction: number | null): string {
  if (fraction === null) return '';
  return `${fraction < 0 ? '−' : '+'}${String(Math.round(Math.abs(fraction) * 100))} %`;
}
