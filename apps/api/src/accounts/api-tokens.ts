import { Inject, Injectable } from '@nestjs/common';
import type { Role, TokenScope } from '@portee/shared';
import { IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { actorNow } from '../operations/acting.js';
import { hashOfSecret, newSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import { ApiToken } from './api-token.entity.js';
import { AuthPort } from './auth-port.js';
import type { TokenHolder } from './caller.js';

const TOKEN = /^portee_[\w-]{43}$/;
/** More is a program that makes them. */
const MAX_TOKENS = 100;
/** Use is written down no oftener: it tells a key that serves from one that does not. */
const USE_STEP_MS = 3_600_000;

export interface NewToken {
  name: string;
  role: Role;
  /** Null: all that its role may. */
  scopes?: TokenScope[] | null;
  /** Null: it holds until it is revoked. */
  expiresAt?: Date | null;
}

/** A key, with the name of who made it; null: nobody who has an account. */
export type KnownToken = Pick<ApiToken, 'id' | 'name' | 'role' | 'scopes' | 'createdAt' | 'expiresAt' | 'lastUsedAt'> & { maker: string | null; isOver: boolean };

type FoundToken = TokenHolder & { expiresAt: Date | null; lastUsedAt: Date | null };

/** Keys for programs: each belongs to one organisation, is shown once and kept as a hash. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly auth: AuthPort,
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the key itself too, which nobody can read again later @throws AccountError token-limit */
  create(organisationId: string, { name, role, scopes = null, expiresAt = null }: NewToken): Promise<{ id: string; token: string; known: KnownToken }> {
    const token = `portee_${newSecret()}`;
    const id = newId();
    const { kind, id: maker } = actorNow();
    const row = { organisationId, id, name, role, scopes, expiresAt, tokenHash: hashOfSecret(token), createdAt: this.clock(), lastUsedAt: null, revokedAt: null, createdBy: kind === 'person' ? maker : null };
    return this.transaction.run(organisationId, async (manager) => {
      if ((await manager.countBy(ApiToken, { organisationId, revokedAt: IsNull() })) >= MAX_TOKENS) throw new AccountError('token-limit', { most: MAX_TOKENS });
      await manager.insert(ApiToken, row);
      await recordAct(manager, 'token-created', { subject: name });
      const [person] = await this.auth.peopleOf(manager, row.createdBy === null ? [] : [row.createdBy]);
      return { id, token, known: this.known(row, person?.name ?? null) };
    });
  }

  /** Those that were not revoked, newest first; those that expired too. */
  list(organisationId: string): Promise<KnownToken[]> {
    return this.transaction.run(organisationId, async (manager) => {
      const rows = await manager.find(ApiToken, { where: { organisationId, revokedAt: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' } });
      const makers = new Map((await this.auth.peopleOf(manager, rows.flatMap(({ createdBy }) => createdBy ?? []))).map(({ id, name }) => [id, name]));
      return rows.map((row) => this.known(row, row.createdBy === null ? null : (makers.get(row.createdBy) ?? null)));
    });
  }

  /** From now on it opens nothing. @throws AccountError token-not-found */
  revoke(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      const { affected } = await manager.update(ApiToken, { organisationId, id, revokedAt: IsNull() }, { revokedAt: this.clock() });
      if (!affected) throw new AccountError('token-not-found');
      await recordAct(manager, 'token-revoked', { subject: (await manager.findOneByOrFail(ApiToken, { organisationId, id })).name });
    });
  }

  /** Whom a key lets in; null: nobody. @throws AccountError token-expired  from the very instant on */
  async authenticate(token: string): Promise<TokenHolder | null> {
    if (!TOKEN.test(token)) return null;
    const [found]: FoundToken[] = await this.transaction.lookUp((manager) =>
      manager.query(
        'SELECT organisation_id AS "organisationId", token_id AS "tokenId", role, scopes, expires_at AS "expiresAt", last_used_at AS "lastUsedAt" FROM api_token_by_hash($1)',
        [hashOfSecret(token)],
      ),
    );
    if (found === undefined) return null;
    const { expiresAt, lastUsedAt, ...holder } = found;
    const now = this.clock();
    if (expiresAt !== null && expiresAt <= now) throw new AccountError('token-expired');
    if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_STEP_MS) await this.remember(holder, now);
    return holder;
  }

  private async remember({ organisationId, tokenId }: TokenHolder, now: Date): Promise<void> {
    await this.transaction.run(organisationId, (manager) => manager.update(ApiToken, { organisationId, id: tokenId }, { lastUsedAt: now }));
  }

  private known({ id, name, role, scopes, createdAt, expiresAt, lastUsedAt }: Omit<KnownToken, 'maker' | 'isOver'>, maker: string | null): KnownToken {
    return { id, name, role, scopes, createdAt, expiresAt, lastUsedAt, maker, isOver: expiresAt !== null && expiresAt <= this.clock() };
  }
}
