import type { Locale } from '@portee/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link to the report of a month. Taken back, the row goes. */
@Entity('report_link')
export class ReportLinkRow {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') month!: string;
  /** Of the report. */
  @Column('text') language!: Locale;
  /** SHA-256 of what the link holds. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  /** Person. */
  @Column('text', { name: 'made_by', nullable: true }) madeBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('integer') reads!: number;
  @Column('timestamptz', { name: 'last_read_at', nullable: true }) lastReadAt!: Date | null;
}
