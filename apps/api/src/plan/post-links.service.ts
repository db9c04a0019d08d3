import { Inject, Injectable } from '@nestjs/common';
import { type HandLink, isRegularDay, type KeptAppointment, type LinkPost, localDay, type PlanFate, type PlanQuery, type PostLink as PostLinkView } from '@portee/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { findChannel } from '../channels/channels.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { isUniqueViolation } from '../database/unique-violation.js';
import { ChangedMeanwhile } from '../operations/changed-meanwhile.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { PostError } from '../posts/post-error.js';
import { findAppointment } from './appointments.service.js';
import { requireWithinExperiment } from './drawn-post.js';
import { type LinkedSpan, linkSpan } from './link-span.js';
import { plannedChannels } from './planned-channels.query.js';
import { PlanError } from './plan-error.js';
import { planKept } from './plan-kept.js';
import { PlannedPost } from './planned-post.entity.js';
import { findPost } from './planned-posts.service.js';
import { PostLink } from './post-link.entity.js';
import { holdPost } from './post-links.query.js';

/** Who says something of a post. */
export interface Linker {
  organisationId: string;
  role: string;
}

/** A channel, and the first day of it of which nothing is known yet; null: it was never read. */
interface Known {
  channelId: string;
  until: string | null;
}

type Plan = Pick<PostLink, 'kind' | 'plannedPostId' | 'appointmentId' | 'appointmentDay'>;
const NO_PLAN = { plannedPostId: null, appointmentId: null, appointmentDay: null };

/** Which published post fills which plan, and how far appointments were kept. */
@Injectable()
export class PostLinksService {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Posts of a span of local days, channel by channel, oldest first, with what they fill. @throws ChannelError channel-not-found */
  links(organisationId: string, query: PlanQuery): Promise<PostLinkView[]> {
    return this.read(organisationId, query, (span, { channelId }) => toLinks(span, channelId));
  }

  /** Entries of a span, channel by channel, each with the post that fills it. @throws ChannelError channel-not-found */
  fates(organisationId: string, query: PlanQuery): Promise<PlanFate[]> {
    return this.read(organisationId, query, toFates, { ofPlanned: true });
  }

  /** Appointments of a span, channel by channel. @throws ChannelError channel-not-found */
  kept(organisationId: string, query: PlanQuery): Promise<KeptAppointment[]> {
    return this.read(organisationId, query, toKept, { ofPlanned: true });
  }

  /** @throws PostError post-not-found; PlanError planned-post-not-found, appointment-not-found, appointment-day-wrong, plan-filled, link-outside-experiment; ChangedMeanwhile */
  async say(by: Linker, postId: string, { plan, version }: LinkPost): Promise<HandLink> {
    try {
      return await this.transaction.run(by.organisationId, async (manager) => {
        const channelId = await holdPost(manager, by.organisationId, postId);
        if (channelId === null) throw new PostError('post-not-found');
        const before = await manager.findOneBy(PostLink, { organisationId: by.organisationId, postId });
        if ((before?.version ?? null) !== version) throw new ChangedMeanwhile(before && toView(before));
        const told = plan === null ? { kind: 'none' as const, ...NO_PLAN } : await findPlan(manager, { organisationId: by.organisationId, channelId }, plan);
        if (told.plannedPostId !== null) await requireWithinExperiment(manager, by.organisationId, { plannedPostId: told.plannedPostId, postId });
        return this.keep(manager, { by, postId, version: (version ?? 0) + 1 }, told);
      });
    } catch (cause) {
      if (isUniqueViolation(cause)) throw new PlanError('plan-filled', {}, { cause });
      throw cause;
    }
  }

  /** Takes back what was said: it is as found again. @throws PostError post-not-found; ChangedMeanwhile where something else was said meanwhile, or nothing ever was */
  takeBack(by: Linker, postId: string, version: number): Promise<void> {
    return this.transaction.run(by.organisationId, async (manager) => {
      if ((await holdPost(manager, by.organisationId, postId)) === null) throw new PostError('post-not-found');
      const before = await manager.findOneBy(PostLink, { organisationId: by.organisationId, postId });
      if (before?.version !== version) throw new ChangedMeanwhile(before && toView(before));
      await this.keep(manager, { by, postId, version: version + 1 }, { kind: 'found', ...NO_PLAN });
    });
  }

  private async keep(manager: EntityManager, { by, postId, version }: { by: Linker; postId: string; version: number }, told: Plan): Promise<HandLink> {
    const link = { organisationId: by.organisationId, postId, ...told, linkedBy: by.role, linkedAt: this.clock(), version };
    await manager.upsert(PostLink, link, ['organisationId', 'postId']);
    return toView(link);
  }

  /** @param ofPlanned  where a channel plans nothing its posts have nothing to tell, and are not read */
  private read<T>(organisationId: string, { from, to, channelId }: PlanQuery, tell: (span: LinkedSpan, of: Known) => T[], { ofPlanned = false } = {}): Promise<T[]> {
    const at = this.clock();
    return this.transaction.runUnmoved(organisationId, async (manager) => {
      if (channelId !== undefined) await findChannel(manager, organisationId, channelId);
      const told: T[] = [];
      for (const { id, observedAt } of await plannedChannels(manager, organisationId, channelId ?? null)) {
        const channel = await findChannel(manager, organisationId, id);
        const until = observedAt && localDay(new Date(Math.min(at.getTime(), observedAt.getTime())), channel.timeZone);
        told.push(...tell(await linkSpan(manager, channel, { span: { from, to }, at, ofPlanned }), { channelId: id, until }));
      }
      return told;
    });
  }
}

function toLinks({ posts, links, said, entries }: LinkedSpan, channelId: string): PostLinkView[] {
  const [linkOf, saidOf, within] = [new Map(links.map((link) => [link.postId, link])), new Map(said.map((one) => [one.postId, one])), new Set(entries.map(({ key }) => key))];
  return posts.map(({ id, publishedAt, localDay: day }) => {
    const [link, spoken] = [linkOf.get(id), saidOf.get(id)];
    const entry = link !== undefined && within.has(link.planId) ? link.planId : null;
    return { postId: id, channelId, publishedAt: publishedAt.toISOString(), localDay: day, how: link?.how ?? (spoken?.kind === 'none' ? 'none' : null), entry, version: spoken?.version ?? null };
  });
}

function toKept(span: LinkedSpan, { channelId, until }: Known): KeptAppointment[] {
  const [fates, filling] = [new Map(toFates(span, { channelId, until }).map((fate) => [fate.entry, fate])), new Set(span.links.map(({ postId }) => postId))];
  const unplanned = until === null ? 0 : span.posts.filter(({ id }) => !filling.has(id)).length;
  return span.appointments.map(({ id, title, weekday }) => {
    const occurrences = span.entries.filter(({ appointmentId }) => appointmentId === id).map(({ key, day }) => ({ id: key, day }));
    const dates = occurrences.map(({ id: key, day }) => ({ day, state: fates.get(key)?.state ?? 'awaited', how: fates.get(key)?.how ?? null }));
    return { appointmentId: id, channelId, title, weekday, ...planKept(until === null ? [] : occurrences, span.links, until ?? ''), until, dates, unplanned };
  });
}

function toFates({ entries, links, said }: LinkedSpan, { channelId, until }: Known): PlanFate[] {
  const [linkOf, versionOf] = [new Map(links.map((link) => [link.planId, link])), new Map(said.map(({ postId, version }) => [postId, version]))];
  return entries.map(({ key, day }) => {
    const link = linkOf.get(key);
    const state = link !== undefined ? 'filled' : until !== null && day < until ? 'missed' : 'awaited';
    return { entry: key, channelId, state, how: link?.how ?? null, postId: link?.postId ?? null, version: versionOf.get(link?.postId ?? '') ?? null, until };
  });
}

/** A plan of the channel of the post; an occurrence whose place a planned post takes is that post. */
async function findPlan(manager: EntityManager, { organisationId, channelId }: { organisationId: string; channelId: string }, plan: NonNullable<LinkPost['plan']>): Promise<Plan> {
  if ('plannedPostId' in plan) {
    const post = await findPost(manager, organisationId, plan.plannedPostId);
    if (post.channelId !== channelId) throw new PlanError('planned-post-not-found');
    return { kind: 'plan', ...NO_PLAN, plannedPostId: post.id };
  }
  const { appointmentId, appointmentDay } = plan;
  const appointment = await findAppointment(manager, organisationId, appointmentId);
  if (appointment.channelId !== channelId || !isRegularDay(appointment, appointmentDay)) throw new PlanError('appointment-day-wrong', { day: appointmentDay });
  const instead = await manager.findOneBy(PlannedPost, { organisationId, appointmentId, appointmentDay, deletedAt: IsNull() });
  return instead === null ? { kind: 'plan', ...NO_PLAN, appointmentId, appointmentDay } : { kind: 'plan', ...NO_PLAN, plannedPostId: instead.id };
}

function toView({ organisationId: _organisation, linkedAt, ...link }: PostLink): HandLink {
  return { ...link, linkedAt: linkedAt.toISOString() };
}
