import type { Role, TokenScope } from '@portee/shared';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A key for a program of the organisation. Only its hash is kept. */
@Entity('api_token')
export class ApiToken {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** SHA-256 of the token. */
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('text') role!: Role;
  /** Null: all that its role may. */
  @Column('text', { array: true, nullable: true }) scopes!: TokenScope[] | null;
  /** Null: the command line. */
  @Column('text', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
