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
}
