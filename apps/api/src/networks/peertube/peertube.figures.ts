import { AnswerDraft } from '../core/answer-draft.js';
import type { AccessSecret, MeasureRefusal } from '../core/network-connector.js';
import { NetworkError } from '../core/network-error.js';
import type { PostReading } from '../core/readings.js';
import type { PeertubeComments, PeertubeStatistics } from './peertube.answers.js';
import { withFigures } from './peertube.mapping.js';
import type { PeertubeServer } from './peertube.server.js';

type Refusal = MeasureRefusal['reason'];

/** Asks about single videos, two requests each. What the server refuses once is not asked of it again for this page. */
export class VideoFiguresReader {
  readonly draft: AnswerDraft;
  private statisticsRefused: Refusal | null;
  private commentsRefused: Refusal | null = null;

  /** @param secret  null: not signed in, so that nobody's statistics may be read */
  constructor(private readonly server: PeertubeServer, private readonly secret: AccessSecret | null) {
    this.draft = new AnswerDraft(server.now);
    this.statisticsRefused = secret === null ? 'permission-missing' : null;
  }

  async read(post: PostReading): Promise<PostReading> {
    return withFigures(post, { statistics: await this.statisticsOf(post.externalId), comments: await this.commentsOf(post.externalId) }, this.draft);
  }

  /** The measures that could not be had, and why. */
  get refused(): MeasureRefusal[] {
    return [
      ...refusals(this.statisticsRefused, [['reach', 'totalViewers'], ['watchTimeSeconds', 'totalWatchTime']]),
      ...refusals(this.commentsRefused, [['comments', 'totalNotDeletedComments']]),
    ];
  }

  private async statisticsOf(id: string): Promise<PeertubeStatistics | null> {
    if (this.secret === null || this.statisticsRefused !== null) return null;
    const token = this.secret.accessToken;
    return orRefused(() => this.server.statistics(id, token), (reason) => { this.statisticsRefused = reason; });
  }

  private async commentsOf(id: string): Promise<PeertubeComments | null> {
    if (this.commentsRefused !== null) return null;
    return orRefused(() => this.server.comments(id), (reason) => { this.commentsRefused = reason; });
  }
}

/** null where the server answers that this is not for us (403), or that there is no such thing (400, 404). @throws NetworkError for all else */
async function orRefused<T>(ask: () => Promise<T>, refuse: (reason: Refusal) => void): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const reason = error instanceof NetworkError ? refusalOf(error) : null;
    if (reason === null) throw error;
    refuse(reason);
    return null;
  }
}

function refusalOf({ reason, status }: NetworkError): Refusal | null {
  if (reason === 'permission-missing') return 'permission-missing';
  return status === 400 || reason === 'not-found' ? 'withdrawn' : null;
}

function refusals(reason: Refusal | null, measures: readonly [MeasureRefusal['measure'], string][]): MeasureRefusal[] {
  return reason === null ? [] : measures.map(([measure, name]) => ({ measure, name, reason }));
}
