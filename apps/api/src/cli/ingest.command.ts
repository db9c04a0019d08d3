import type { INestApplicationContext } from '@nestjs/common';
import type { Channel } from '@portee/shared';
import type { Command } from 'commander';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { LEASE_MS } from '../ingest/begin-run.js';
import { claimDue, connectedNetworks } from '../ingest/claim-due.js';
import { CollectChannel, type CollectOutcome } from '../ingest/collect-channel.service.js';
import { readRuns } from '../ingest/collections.query.js';
import type { CollectJob } from '../jobs/queues.js';
import type { CommandLine } from './command-line.js';
import { CommandError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { lookFor } from './find-channel.js';
import { readInstant } from './values.js';

/** Channels collected at once: most of the time each waits for an answer. */
const AT_ONCE = 8;

interface IngestOptions {
  organisation?: string;
  channel?: string;
  asOf?: string;
}

export function addIngest(program: Command, line: CommandLine): void {
  program
    .command('ingest')
    .description(line.words('ingest.about'))
    .option('--organisation <slug>', line.words('ingest.organisation'))
    .option('--channel <channel>', line.words('ingest.channel'))
    .option('--as-of <instant>', line.words('ingest.as-of'))
    .action((options: IngestOptions) => ingest(line, options));
}

function ingest(line: CommandLine, { asOf, ...wanted }: IngestOptions): Promise<void> {
  const at = asOf === undefined ? null : readInstant('--as-of', asOf, 'UTC');
  const clock = at === null ? line.now : () => at;
  return line.withServices(async (services) => {
    const jobs = wanted.channel === undefined ? await claimAll(services, clock(), wanted.organisation) : [await findJob(services, { ...wanted, channel: wanted.channel })];
    const outcomes: { job: CollectJob; outcome: CollectOutcome }[] = [];
    for (let first = 0; first < jobs.length; first += AT_ONCE) {
      outcomes.push(...(await Promise.all(jobs.slice(first, first + AT_ONCE).map(async (job) => ({ job, outcome: await services.get(CollectChannel).run(job, { isAsked: wanted.channel !== undefined }) })))));
    }
    const told = await Promise.all(outcomes.map((done) => tellOutcome(line, services, done)));
    if (told.length === 0) line.tell('ingest.nothing');
    if (outcomes.some(({ outcome }) => outcome.state === 'failed')) line.exitCode = exitCodes.found;
    line.answer(told, () => []);
  }, clock);
}

async function claimAll(services: INestApplicationContext, at: Date, slug: string | undefined): Promise<CollectJob[]> {
  const organisation = slug === undefined ? null : await services.get(OrganisationsService).bySlug(slug);
  const transaction = services.get(TenantTransaction);
  const jobs: CollectJob[] = [];
  for (const network of await connectedNetworks(transaction)) {
    jobs.push(...(await claimDue(transaction, { network, organisationId: organisation?.id ?? null, at, leaseMs: LEASE_MS, most: null })));
  }
  return jobs;
}

async function findJob(services: INestApplicationContext, { channel, organisation }: { channel: string; organisation?: string | undefined }): Promise<CollectJob> {
  const organisations = services.get(OrganisationsService);
  for (const { id, slug } of organisation === undefined ? await organisations.list() : [await organisations.bySlug(organisation)]) {
    const found: Channel | null = lookFor(await services.get(ChannelsService).list(id), { channel, organisation: slug });
    if (found) return { organisationId: id, channelId: found.id };
  }
  throw new CommandError('channel-unknown', { channel, organisation: organisation ?? '*' });
}

async function tellOutcome(line: CommandLine, services: INestApplicationContext, { job, outcome }: { job: CollectJob; outcome: CollectOutcome }): Promise<unknown> {
  const channel = await services.get(ChannelsService).one(job.organisationId, job.channelId);
  const [run] = await services.get(TenantTransaction).run(job.organisationId, (manager) => readRuns(manager, job, 1));
  const { name, network } = channel;
  if (outcome.state === 'done' && run) line.tell('ingest.done', { name, network, read: run.postsRead, fresh: run.postsNew, readings: run.snapshotsNew, next: outcome.nextDueAt.toISOString() });
  else if (outcome.state === 'waiting') line.tell('ingest.waiting', { name, network, until: outcome.until.toISOString() });
  else if (outcome.state === 'failed') line.tell('ingest.failed', { name, network, reason: outcome.reason });
  else line.tell('ingest.not-collected', { name, network });
  return { channelId: channel.id, channel: name, network, ...outcome, run: run ?? null };
}
