import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { isUniqueViolation } from '../database/unique-violation.js';
import { DirectoryRefusal } from './directory-refusal.js';

/** Somebody at one directory: addresses change hands there, and two directories may give one subject to two people. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** How somebody may sign in. */
export interface WaysIn {
  hasPassword: boolean;
  /** null: not by the directory. */
  linkedAt: Date | null;
}

/** Who is who at the directory, in better-auth's table beside their passwords. */
@Injectable()
export class DirectoryLinks {
  /** null: nobody here. */
  async personOf(manager: EntityManager, { issuer, subject }: Identity): Promise<string | null> {
    const [found]: { id: string }[] = await manager.query('SELECT "userId" AS id FROM auth.account WHERE "providerId" = $1 AND "accountId" = $2', [issuer, subject]);
    return found?.id ?? null;
  }

  /** @throws DirectoryRefusal linked-elsewhere  where one of both is linked to another already */
  async add(manager: EntityManager, personId: string, { issuer, subject }: Identity): Promise<void> {
    try {
      await manager.query(`INSERT INTO auth.account (id, "accountId", "providerId", "userId", "updatedAt") VALUES ($1, $2, $3, $4, now())`, [newId(), subject, issuer, personId]);
    } catch (cause) {
      throw isUniqueViolation(cause) ? new DirectoryRefusal('linked-elsewhere', { cause }) : cause;
    }
  }

  /** @returns whether there was one to take */
  async take(manager: EntityManager, personId: string, issuer: string): Promise<boolean> {
    const [, taken]: [unknown, number] = await manager.query('DELETE FROM auth.account WHERE "userId" = $1 AND "providerId" = $2', [personId, issuer]);
    return taken > 0;
  }

  async waysOf(manager: EntityManager, personId: string, issuer: string | null): Promise<WaysIn> {
    const rows: { provider: string; since: Date }[] = await manager.query('SELECT "providerId" AS provider, "createdAt" AS since FROM auth.account WHERE "userId" = $1', [personId]);
    return { hasPassword: rows.some(({ provider }) => provider === 'credential'), linkedAt: rows.find(({ provider }) => provider === issuer)?.since ?? null };
  }
}
