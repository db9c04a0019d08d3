import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@portee/shared';
import { IsNull } from 'typeorm';
import { v7 as newId } from 'uuid';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { hashOfSecret, newSecret } from '../operations/bearer-secret.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { recordAct } from '../operations/record-act.js';
import { AccountError } from './account-error.js';
import { ApiToken } from './api-token.entity.js';
import type { TokenHolder } from './caller.js';

const TOKEN = /^portee_[\w-]{43}$/;

export interface NewToken {
  name: string;
  role: Role;
  /** Null: it holds until it is revoked. */
  expiresAt?: Date | null;
}

/** Keys for programs: each belongs to one organisation, is shown once and kept as a hash. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the token itself, which nobody can read again later */
  async create(organisationId: string, { name, role, expiresAt = null }: NewToken): Promise<{ id: string; token: string }> {
    const token = `portee_${newSecret()}`;
    const id = newId();
    const row = { organisationId, id, name, role, expiresAt, tokenHash: hashOfSecret(token), createdAt: this.clock(), lastUsedAt: null, revokedAt: null };
    await this.transaction.run(organisationId, async (manager) => {
      await manager.insert(ApiToken, row);
      await recordAct(manager, 'token-created', { subject: name });
    });
    return { id, token };
  }

  /** Tokens that were not revoked, newest first. */
  list(organisationId: string): Promise<Omit<ApiToken, 'tokenHash'>[]> {
    return this.transaction.run(organisationId, (manager) =>
      manager.find(ApiToken, {
        where: { organisationId, revokedAt: IsNull() },
        order: { createdAt: 'DESC' },
        select: { organisationId: true, id: true, name: true, role: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
      }),
    );
  }

  /** From now on it opens nothing. @throws AccountError token-not-found */
  revoke(organisationId: string, id: string): Promise<void> {
    return this.transaction.run(organisationId, async (manager) => {
      const { affected } = await manager.update(ApiToken, { organisationId, id, revokedAt: IsNull() }, { revokedAt: this.clock() });
      if (!affected) throw new AccountError('token-not-found');
      await recordAct(manager, 'token-revoked', { subject: (await manager.findOneByOrFail(ApiToken, { organisationId, id })).name });
    });
  }

  /** Whom a token lets in; null: nobody. Remembers the use, to the minute. */
  async authenticate(token: string): Promise<TokenHolder | null> {
    if (!TOKEN.test(token)) return null;
    const [holder]: TokenHolder[] = await this.transaction.lookUp((manager) =>
      manager.query('SELECT organisation_id AS "organisationId", token_id AS "tokenId", role FROM api_token_by_hash($1)', [hashOfSecret(token)]),
    );
    if (holder) await this.remember(holder);
    return holder ?? null;
  }

  private async remember({ organisationId, tokenId }: TokenHolder): Promise<void> {
    await this.transaction.run(organisationId, (manager) =>
      manager.query(
        `UPDATE api_token SET last_used_at = $3 WHERE organisation_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < $3::timestamptz - interval '1 minute')`,
        [organisationId, tokenId, this.clock()],
      ),
    );
  }
}
