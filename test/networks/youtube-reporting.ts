import { growthBetween } from './day-growth.js';
import { badRequest, forbidden, GoogleError, missingScope, notFound } from './google-errors.js';
import type { Grant } from './google-sign-in.js';
import { addDays, endOfPacificDay, pacificDay, pacificDaysWithin, startOfPacificDay } from './pacific-days.js';
import { isRecord } from './graph-request.js';
import type { Ask, Reply } from './stand-in.js';
import { livingChannel, type PlayedChannel, type ReportingJob, videoId, type YoutubeWorld } from './youtube-channels.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const READY_AFTER_MS = 48 * HOUR_MS;
const BACKFILL_DAYS = 30;
const KEPT_DAYS = 60;
const REPORT_TYPES = ['channel_reach_basic_a1', 'channel_reach_combined_a1', 'channel_basic_a2'];

/** youtubereporting v1: jobs, their daily files, and the files themselves. @throws GoogleError */
export function reportingReply(world: YoutubeWorld, ask: Ask, grant: Grant): Reply {
  if (!grant.scopes.some((scope) => scope.endsWith('/yt-analytics.readonly'))) throw missingScope();
  const channel = livingChannel(world, grant.channelId);
  if (!channel?.isOwned) throw forbidden();
  const [, , kind, jobId, , reportId] = ask.url.pathname.split('/');
  if (kind === 'media') return fileReply(world, channel, { jobId, day: ask.url.searchParams.get('day') ?? '' });
  if (jobId === undefined) return ask.method === 'POST' ? createJob(world, channel, ask) : { json: { jobs: jobsOf(world, channel).map(shownJob) } };
  const reports = readyReports(world, requireJob(world, channel, jobId), ask.url.searchParams.get('createdAfter'));
  if (reportId !== undefined) return { json: reports.find(({ id }) => id === reportId) ?? {} };
  return { json: reports.length > 0 ? { reports } : {} };
}

function createJob(world: YoutubeWorld, channel: PlayedChannel, { body }: Ask): Reply {
  const asked: unknown = JSON.parse(body);
  const reportTypeId = isRecord(asked) && typeof asked['reportTypeId'] === 'string' ? asked['reportTypeId'] : '';
  if (!REPORT_TYPES.includes(reportTypeId)) throw badRequest('Report type not found');
  if (jobsOf(world, channel).some((job) => job.reportTypeId === reportTypeId)) throw new GoogleError({ status: 409, reason: 'alreadyExists', message: 'Requested entity already exists', statusWord: 'ALREADY_EXISTS' });
  const name = isRecord(asked) && typeof asked['name'] === 'string' ? asked['name'] : '';
  const job = { id: `job${world.jobs.length + 1}`, channelId: channel.id, reportTypeId, name, createdAt: world.now() };
  world.jobs.push(job);
  return { json: shownJob(job) };
}

function jobsOf(world: YoutubeWorld, channel: PlayedChannel): ReportingJob[] {
  return world.jobs.filter(({ channelId }) => channelId === channel.id);
}

function requireJob(world: YoutubeWorld, channel: PlayedChannel, id: string | undefined): ReportingJob {
  const job = jobsOf(world, channel).find((one) => one.id === id);
  if (!job) throw notFound('notFound', 'Requested entity was not found.');
  return job;
}

function shownJob({ id, reportTypeId, name, createdAt }: ReportingJob): unknown {
  return { id, reportTypeId, name, createTime: createdAt.toISOString() };
}

/** A file a day, from thirty days before the job on: ready two days later, gone two months after. */
function readyReports(world: YoutubeWorld, job: ReportingJob, createdAfter: string | null) {
  const first = startOfPacificDay(addDays(pacificDay(job.createdAt), -BACKFILL_DAYS));
  return pacificDaysWithin(first, world.now()).map((day) => ({ day, createdAt: new Date(Math.max(endOfPacificDay(day).getTime(), job.createdAt.getTime()) + READY_AFTER_MS) }))
    .filter(({ createdAt }) => createdAt <= world.now() && world.now().getTime() - createdAt.getTime() < KEPT_DAYS * DAY_MS && (createdAfter === null || createdAt > new Date(createdAfter)))
    .map(({ day, createdAt }) => ({
      id: `${job.id}-${day}`, jobId: job.id, startTime: startOfPacificDay(day).toISOString(), endTime: endOfPacificDay(day).toISOString(), createTime: createdAt.toISOString(),
      downloadUrl: `${world.url()}/v1/media/${job.id}?day=${day}&alt=media`,
    }));
}

function fileReply(world: YoutubeWorld, channel: PlayedChannel, { jobId, day }: { jobId: string | undefined; day: string }): Reply {
  const job = requireJob(world, channel, jobId);
  if (!readyReports(world, job, null).some(({ id }) => id === `${job.id}-${day}`)) throw notFound('notFound', 'Requested entity was not found.');
  const lines = channel.posts.flatMap((post) => {
    const { views } = growthBetween([post], startOfPacificDay(day), endOfPacificDay(day));
    return views > 0 ? [[day.replaceAll('-', ''), channel.id, videoId(channel, post), views * 12, 0.05].join(',')] : [];
  });
  const text = ['date,channel_id,video_id,video_thumbnail_impressions,video_thumbnail_impressions_ctr', ...lines, ''].join('\n');
  return { headers: { 'content-type': 'text/csv; charset=utf-8' }, text };
}
