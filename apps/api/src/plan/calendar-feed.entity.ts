import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address at which calendar programs read the plan. Only its hash is kept. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  /** Whose part of the plan it shows; null: all of it. */
  @Column('text', { nullable: true }) role!: string | null;
  /** SHA-256 of the token. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
