import type { Channel as ChannelView } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A page, account, group, list or site that an organisation runs on one network. */
@Entity('channel')
export class Channel {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Folder name under networks/, for example "mastodon". */
  @Column('text') network!: string;
  @Column('text') name!: string;
  @Column('text') kind!: ChannelView['kind'];
  /** The network's own identifier: text, even where it looks like a number. */
  @Column('text', { name: 'external_id', nullable: true }) externalId!: string | null;
  /** For whom it is; null: for everybody. */
  @Column('text', { nullable: true }) audience!: string | null;
  @Column('uuid', { name: 'parent_channel_id', nullable: true }) parentChannelId!: string | null;
  /** IANA zone in which its days and hours are told. */
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('text') state!: ChannelView['state'];
  /** Chosen as the one the overview shows first; at most one an organisation. */
  @Column('boolean', { name: 'is_main' }) isMain!: boolean;
  /** The import or run that created it; null: a person did. */
  @Column('uuid', { name: 'origin_id', nullable: true }) originId!: string | null;
  /** What was typed when it was connected: the address of its server. */
  @Column('jsonb') settings!: Record<string, string>;
  /** When it is to be collected next; null: never by itself. */
  @Column('timestamptz', { name: 'next_due_at', nullable: true }) nextDueAt!: Date | null;
  /** Until when a worker has it in hand; renewed with every page. */
  @Column('timestamptz', { name: 'claimed_until', nullable: true }) claimedUntil!: Date | null;
  /** Until when its network asked to be left alone. */
  @Column('timestamptz', { name: 'limited_until', nullable: true }) limitedUntil!: Date | null;
  /** When a collection last came to its end. */
  @Column('timestamptz', { name: 'collected_at', nullable: true }) collectedAt!: Date | null;
  /** Whether a first collection has gone as far back as the network remembers. */
  @Column('boolean', { name: 'is_backfilled' }) isBackfilled!: boolean;
  /** Collections that failed since the last one that did not. */
  @Column('int') failures!: number;
  /** Why the last collection failed; null: it did not. */
  @Column('text', { nullable: true }) trouble!: string | null;
  @Column('timestamptz', { name: 'trouble_since', nullable: true }) troubleSince!: Date | null;
  /** When people were told that it must be connected again; null again once it was read to the end. */
  @Column('timestamptz', { name: 'warned_at', nullable: true }) warnedAt!: Date | null;
}
