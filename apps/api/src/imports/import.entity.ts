import type { ColumnMapping, ImportView } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportFormat } from '../networks/core/export-reader.js';

/** Text of a `bigint` column read as a number: file sizes stay far under 2^53. */
const asNumber = { to: (value: number) => value, from: (value: string) => Number(value) };

/** A file handed in by a person or a program, and what became of it. */
@Entity('import')
export class Import {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') state!: ImportView['state'];
  @Column('text', { nullable: true }) format!: ImportFormat | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('bigint', { name: 'file_bytes', transformer: asNumber }) fileBytes!: number;
  @Column('bytea', { name: 'file_sha256' }) fileSha256!: Buffer;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
  /** A role, never a person's name. */
  @Column('text', { name: 'uploaded_by' }) uploadedBy!: string;
  /** Instant at which the file's figures were true: when it was downloaded. */
  @Column('timestamptz', { name: 'observed_at' }) observedAt!: Date;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt!: Date | null;
  /** Channel chosen by the person before sending; null: the file tells. */
  @Column('uuid', { name: 'channel_id', nullable: true }) channelId!: string | null;
  /** Channels it wrote to. */
  @Column('uuid', { name: 'channel_ids', array: true }) channelIds!: string[];
  /** A channel that took its network's identifier from this file. */
  @Column('uuid', { name: 'adopted_channel_id', nullable: true }) adoptedChannelId!: string | null;
  @Column('text', { name: 'file_time_zone', nullable: true }) fileTimeZone!: string | null;
  @Column('jsonb', { nullable: true }) mapping!: ColumnMapping | null;
  /** Of its header line, by which a mapping is remembered. */
  @Column('text', { nullable: true }) fingerprint!: string | null;
  @Column('jsonb', { nullable: true }) preview!: ImportView['preview'];
  @Column('boolean', { name: 'skip_rejected' }) skipRejected!: boolean;
  @Column('int', { name: 'rows_read' }) rowsRead!: number;
  @Column('int', { name: 'rows_accepted' }) rowsAccepted!: number;
  @Column('int', { name: 'rows_rejected' }) rowsRejected!: number;
  @Column('bigint', { name: 'bytes_read', transformer: asNumber }) bytesRead!: number;
  @Column('int', { name: 'problems_total' }) problemsTotal!: number;
  @Column('jsonb', { nullable: true }) outcome!: ImportView['outcome'];
  @Column('jsonb', { nullable: true }) refusal!: { reason: string; params: Record<string, string | number> } | null;
  @Column('int') attempts!: number;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt!: Date | null;
}
