import { Inject, Injectable } from '@nestjs/common';
import { type Channel, type ChannelReport, type Locale, type MonthlyReport, type MonthReview, addMonths, firstDay, joinTested, lastDay, localDay, monthOf, reachFigures, reachRate, settledDecisions, sharesPerLike } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../accounts/organisation.entity.js';
import { readChannels } from '../channels/channel-list.query.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { readChannelMonths } from '../insights/queries/channel-months.query.js';
import { readPublishedSpan } from '../insights/queries/published-span.query.js';
import { comparableDays, countedOn } from '../insights/span-days.js';
import { networkOf } from '../networks/registry.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { DecisionsService } from '../plan/decisions.service.js';
import { ExperimentsService } from '../plan/experiments.service.js';
import { readPostsOfMonth } from '../posts/post-list.query.js';
import { type PostStatRow, readPostStats } from '../posts/post-stat-row.js';
import { toPostView } from '../posts/post-view.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import { readClosedReport } from './closed-report.js';
import { readReview } from './month-review.query.js';
import { reportedOutlooks } from './report-advice.js';
import { assembleChannel, type ReportedMonth } from './channel-report.js';
import { readChannelFacts } from './channel-facts.js';

type ReportFigures = Omit<MonthlyReport, 'advice'>;
interface AskedMonth { organisationId: string; month: string; locale: Locale }

/** Best and least seen posts shown. */
const SHOWN_POSTS = 3;

/** Assembles the month of an organisation: the one value behind the page, the PDF and whatever comes next. */
@Injectable()
export class MonthlyReportService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly recommendations: RecommendationsService,
    private readonly decisions: DecisionsService,
    private readonly experiments: ExperimentsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param month  local month, `YYYY-MM`: any month has a report, even an empty one
   * @param locale language of the networks' names; figures have none
   */
  async assemble(organisationId: string, month: string, locale: Locale): Promise<MonthlyReport> {
    const asked = { organisationId, month, locale };
    const told = await this.transaction.run(organisationId, async (manager) => {
      const review = await readReview(manager, asked);
      return (await readClosedReport(manager, asked, review)) ?? this.readFigures(manager, asked, review);
    });
    return 'advice' in told ? told : { ...told, advice: await this.advise(organisationId, told) };
  }

  /** The month by the figures of now, closed or not. */
  async assemblePresent(organisationId: string, month: string, locale: Locale): Promise<MonthlyReport> {
    const asked = { organisationId, month, locale };
    const figures = await this.transaction.run(organisationId, async (manager) => this.readFigures(manager, asked, await readReview(manager, asked)));
    return { ...figures, advice: await this.advise(organisationId, figures) };
  }

  /** Advice is of today: an older month is not told what to do now. */
  private async advise(organisationId: string, { organisation, month, mainChannelId }: ReportFigures): Promise<MonthlyReport['advice']> {
    if (month < addMonths(monthOf(localDay(this.clock(), organisation.timeZone)), -1)) return null;
    const all = joinTested(await this.recommendations.outlooks(organisationId, {}), await this.experiments.tested(organisationId));
    const decided = settledDecisions(all, { decisions: await this.decisions.list(organisationId), today: localDay(this.clock(), organisation.timeZone), timeZone: organisation.timeZone });
    const outlooks = reportedOutlooks(all, { mainChannelId, decided });
    return { outlooks, decided, main: mainChannelId === null ? null : await this.recommendations.figures(organisationId, mainChannelId) };
  }

  private async readFigures(manager: EntityManager, { organisationId, month, locale }: AskedMonth, { comment }: MonthReview): Promise<ReportFigures> {
    const organisation = await manager.findOneByOrFail(Organisation, { id: organisationId });
    const today = localDay(this.clock(), organisation.timeZone);
    const reported = await this.readMonth(manager, { organisationId, month, locale, today });
    const channels = reported.channels.map((channel) => assembleChannel(reported, channel));
    const mainChannelId = chooseMain(channels.map((report) => ({ channel: report.channel, measurable: report.givesReach && report.headline.reason !== 'no-reach' })));
    const isMonthOver = today > lastDay(month);
    const span = await readPublishedSpan(manager, organisationId);
    const { slug, name, timeZone, isDemonstration } = organisation;
    return {
      organisation: { slug, name, timeZone, isDemonstration },
      month,
      firstMonth: span ? monthOf(span.from) : null,
      lastMonth: span ? monthOf(span.to) : null,
      isProvisional: !isMonthOver || channels.some(({ volume }) => volume.growing > 0),
      isMonthOver,
      figuresAt: reported.rows.filter((row) => row.month === month).map((row) => row.figures.observedAt).toSorted().at(-1) ?? null,
      channels,
      mainChannelId,
      comment, closed: null,
      ...(await readPosts(manager, { organisationId, month, main: channels.find((report) => report.channel.id === mainChannelId) })),
    };
  }

  private async readMonth(manager: EntityManager, asked: Pick<ReportedMonth, 'month' | 'locale'> & { organisationId: string; today: string }): Promise<ReportedMonth> {
    const { organisationId, month, locale, today } = asked;
    const channels = await readChannels(manager, organisationId);
    const wanted = { organisationId, channelIds: channels.map(({ id }) => id) };
    const rows = await readChannelMonths(manager, { ...wanted, from: addMonths(month, -12), to: month });
    return { month, locale, channels, rows, facts: await readChannelFacts(manager, { organisationId, channels, month, today }) };
  }
}

/** The channel chosen by the team; by default the one with most followers among those whose reach can be measured. */
function chooseMain(candidates: readonly { channel: Channel; measurable: boolean }[]): string | null {
  const chosen = candidates.find(({ channel }) => channel.isMain);
  if (chosen) return chosen.channel.id;
  const measurable = candidates.filter((candidate) => candidate.measurable && candidate.channel.posts > 0);
  const [first] = measurable.toSorted((a, b) => (b.channel.followers?.count ?? 0) - (a.channel.followers?.count ?? 0));
  return first?.channel.id ?? null;
}

/** Posts of the main channel: as notes over twelve months, and those of the month most and least seen. */
async function readPosts(manager: EntityManager, wanted: { organisationId: string; month: string; main: ChannelReport | undefined }): Promise<Pick<MonthlyReport, 'notes' | 'year' | 'best' | 'least'>> {
  const { organisationId, month, main } = wanted;
  if (!main) return { notes: [], year: null, best: [], least: [] };
  const channelId = main.channel.id;
  const year = await readPostStats(manager, { organisationId, id: channelId }, { from: firstDay(addMonths(month, -11)), to: lastDay(month) });
  const notes = year.filter((post) => post.ineligible === null).flatMap((post) => {
    const rate = reachRate(post.reach, post.followers);
    return rate === null ? [] : [{ publishedAt: post.publishedAt.toISOString(), day: post.localDay, rate, paid: post.paid }];
  });
  const posts = (await readPostsOfMonth(manager, { organisationId, channelId, from: firstDay(month), to: lastDay(month) })).map(toPostView);
  const settled = posts.filter((post) => post.ineligible === null && post.reachRate !== null).toSorted((a, b) => (b.reachRate ?? 0) - (a.reachRate ?? 0));
  const best = settled.slice(0, SHOWN_POSTS);
  return { notes, year: yearOf(year, { month, network: main.channel.network }), best, least: settled.slice(Math.max(SHOWN_POSTS, settled.length - SHOWN_POSTS)).reverse() };
}

/** The twelve months as one span, on this side of the last change of definition; what is shared is counted on both sides alike. */
function yearOf(posts: readonly PostStatRow[], { month, network }: { month: string; network: string }): MonthlyReport['year'] {
  const [first, until] = [firstDay(addMonths(month, -11)), lastDay(month)];
  const alike = comparableDays(networkOf(network).definitions, until);
  const since = alike.from > first ? alike.from : first;
  const counted = posts.filter(({ localDay, ineligible }) => localDay >= since && ineligible !== 'deleted' && ineligible !== 'story');
  if (counted.length === 0) return null;
  return { since, until, reach: reachFigures(countedOn(counted, alike).filter(({ ineligible }) => ineligible === null)), sharing: sharesPerLike(counted) };
}
