import { Client } from 'pg';
import type { Member } from './visitor.js';

const HOUR_MS = 3_600_000;

/** Hours from an instant, as an instant: -3 is three hours before. */
export function hoursFrom(now: Date, hours: number): string {
  return new Date(now.getTime() + hours * HOUR_MS).toISOString();
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

interface Playing { ownerUrl: string; visitor: Member; now: Date }

/** Puts channels of one organisation into states that would take a network days to bring about. */
export class PlayedCollections {
  private readonly client: Client;
  private readonly visitor: Member;
  private readonly now: Date;
  private organisationId = '';

  private constructor({ ownerUrl, visitor, now }: Playing) {
    this.client = new Client({ connectionString: ownerUrl });
    this.visitor = visitor;
    this.now = now;
  }

  static async open(playing: Playing): Promise<PlayedCollections> {
    const played = new PlayedCollections(playing);
    const { id } = await playing.visitor.json<{ id: string }>('GET', `/api/v1/organisations/${playing.visitor.slug}`);
    played.organisationId = id;
    await played.client.connect();
    await played.client.query(`SELECT set_config('app.organisation_id', $1, false)`, [id]);
    return played;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** A connected channel that was read three hours ago and does well, but for the columns given. Returns its identifier. */
  async channel(network: string, name: string, columns: Values = {}): Promise<string> {
    const { id } = await this.visitor.json<{ id: string }>('POST', `/api/v1/organisations/${this.visitor.slug}/channels`, { network, name });
    await this.set(id, { state: 'connected', external_id: name, is_backfilled: true, collected_at: hoursFrom(this.now, -3), next_due_at: hoursFrom(this.now, 25), ...columns });
    return id;
  }

  async set(id: string, columns: Values): Promise<void> {
    const names = Object.keys(columns).map((name, place) => `${name} = $${String(place + 3)}`);
    await this.client.query(`UPDATE channel SET ${names.join(', ')} WHERE organisation_id = $1 AND id = $2`, [this.organisationId, id, ...Object.values(columns)]);
  }

  /** A collection that came to its end three hours ago, but for the columns given. */
  async run(channelId: string, columns: Values = {}): Promise<void> {
    const all: Values = {
      kind: 'regular', state: 'done', stage: 'posts', started_at: hoursFrom(this.now, -3.01), finished_at: hoursFrom(this.now, -3), since: hoursFrom(this.now, -9000),
      posts_read: 12, posts_new: 1, snapshots_new: 9, unchanged: 3, days_new: 1, absent: 0, oldest_post_at: hoursFrom(this.now, -700), ...columns,
    };
    const places = Object.keys(all).map((_, place) => `$${String(place + 3)}`);
    await this.client.query(
      `INSERT INTO ingestion_run (organisation_id, id, channel_id, holder, ${Object.keys(all).join(', ')}) VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), ${places.join(', ')})`,
      [this.organisationId, channelId, ...Object.values(all)],
    );
  }

  /** Gives a channel an access that ends so many hours from now. */
  async accessEnds(channelId: string, hours: number): Promise<void> {
    await this.client.query(`INSERT INTO encryption_key (id, sealed) SELECT gen_random_uuid(), '\\x00' WHERE NOT EXISTS (SELECT FROM encryption_key)`);
    await this.client.query(
      `INSERT INTO credential (organisation_id, channel_id, key_id, sealed, expires_at, issued_at) SELECT $1, $2, id, '\\x00', $3, $4 FROM encryption_key LIMIT 1`,
      [this.organisationId, channelId, hoursFrom(this.now, hours), hoursFrom(this.now, -24 * 50)],
    );
  }
}
