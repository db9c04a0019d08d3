import type { z } from 'zod';
import type { HttpClient } from '../core/http-client.js';
import { beginningOf } from '../core/hide-secrets.js';
import { NetworkError } from '../core/network-error.js';
import * as answers from './youtube.answers.js';
import { tokenError, youtubeError } from './youtube.errors.js';

/** The most identifiers in one question, and the most members of a page. */
export const LARGEST_PAGE = 50;
/** The most rows of a report about videos. */
const LARGEST_REPORT = 200;

/** What a report is asked about. Days are `YYYY-MM-DD`, both included. */
export interface ReportAsk {
  startDate: string;
  endDate: string;
  dimension: 'day' | 'video' | 'insightTrafficSourceType' | 'subscribedStatus';
  metrics: readonly string[];
  /** These videos alone; the whole channel when absent. */
  videos?: readonly string[];
}

export type TokenGrant =
  | { grant_type: 'authorization_code'; code: string; redirect_uri: string; code_verifier: string }
  | { grant_type: 'refresh_token'; refresh_token: string };

/** The calls Portée makes to Google, with one access. Each to the Data API costs one unit of the application's 10 000 a day; reports cost none. */
export class YoutubeServices {
  constructor(private readonly http: HttpClient, private readonly accessToken: string) {}

  get now(): Date {
    return this.http.now();
  }

  /** The channels the access was given for. */
  async channels(): Promise<readonly answers.YoutubeChannel[]> {
    const { items } = await this.data('channels', answers.youtubeChannels, { part: 'snippet,statistics,contentDetails', mine: 'true' });
    return items?.members ?? [];
  }

  /** What was uploaded, newest first; private videos are among them. */
  uploads(playlistId: string, pageToken: string | null): Promise<answers.YoutubeUploads> {
    return this.data('playlistItems', answers.youtubeUploads, { part: 'contentDetails', playlistId, maxResults: `${LARGEST_PAGE}`, ...(pageToken === null ? {} : { pageToken }) });
  }

  /** Those of the videos (50 at most) that exist. */
  async videos(ids: readonly string[]): Promise<z.infer<typeof answers.youtubeVideos>['items']> {
    const { items } = await this.data('videos', answers.youtubeVideos, { part: 'snippet,statistics,status,liveStreamingDetails', id: ids.join(',') });
    return items;
  }

  /** Figures that only the channel's owner may read, two or three days late. */
  async report({ startDate, endDate, dimension, metrics, videos }: ReportAsk): Promise<answers.YoutubeReport> {
    const body = await this.get(`${this.http.base('youtube', 'https://youtubeanalytics.googleapis.com')}/v2/reports`, answers.youtubeReport, {
      ids: 'channel==MINE', startDate, endDate, dimensions: dimension, metrics: metrics.join(','),
      ...(videos ? { filters: `video==${videos.join(',')}` } : {}),
      ...(dimension === 'day' ? { sort: 'day' } : {}), ...(dimension === 'video' ? { sort: '-views', maxResults: `${LARGEST_REPORT}` } : {}),
    });
    if (body.errors !== undefined && body.errors !== null) throw new NetworkError('unexpected-answer', 'the report holds errors', { answer: beginningOf({ text: JSON.stringify(body.errors), status: 400 }, []) });
    return body;
  }

  private data<T>(resource: string, schema: z.ZodType<T>, query: Readonly<Record<string, string>>): Promise<T> {
    return this.get(`${this.http.base('youtube', 'https://www.googleapis.com')}/youtube/v3/${resource}`, schema, query);
  }

  private async get<T>(address: string, schema: z.ZodType<T>, query: Readonly<Record<string, string>>): Promise<T> {
    const url = new URL(address);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const { body } = await this.http.ask({ url, schema, errorOf: youtubeError, headers: { authorization: `Bearer ${this.accessToken}` } });
    return body;
  }
}

/** A token for a code, or for a refresh token. @throws NetworkError access-revoked */
export async function askToken(http: HttpClient, client: { clientId: string; clientSecret: string }, grant: TokenGrant): Promise<answers.GoogleToken> {
  const url = new URL(`${http.base('youtube', 'https://oauth2.googleapis.com')}/token`);
  const { body } = await http.ask({ url, method: 'POST', schema: answers.googleToken, errorOf: tokenError, form: { client_id: client.clientId, client_secret: client.clientSecret, ...grant } });
  return body;
}
