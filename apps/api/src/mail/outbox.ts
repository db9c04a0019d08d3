import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { CredentialVault } from '../channels/credential-vault.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { localAddress } from '../operations/own-address.js';
import type { MailContent } from './mail-content.js';

/** A mail that is to leave. */
export interface Posted {
  to: string;
  language: Locale;
  content: MailContent;
  /** Whose account it is about; it goes with the account. */
  personId?: string | null;
}

/**
 * Where mails are put, in the transaction of what they tell of: both stand, or neither. The post office (`mail.sweep.ts`) finds them there.
 * Without a mail server nothing may be put: whoever would, shows the link instead.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly vault: CredentialVault,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether there is a mail server. */
  get isOpen(): boolean {
    return this.environment.smtpUrl !== null;
  }

  /**
   * Address of a page, for a mail. Never made from what a request says of itself: whoever asks for another's reset would have its link lead
   * to their own server.
   */
  addressOf(path: string): string {
    const { publicUrl, host, port } = this.environment;
    return `${publicUrl ?? localAddress(host, port)}${path}`;
  }

  /** For the organisation of the transaction. @returns its id */
  put(manager: EntityManager, organisationId: string, mail: Posted): Promise<string> {
    return this.insert(manager, organisationId, mail);
  }

  /** About an account, of no organisation. @returns its id */
  putForAccount(manager: EntityManager, mail: Posted): Promise<string> {
    return this.insert(manager, null, mail);
  }

  private async insert(manager: EntityManager, organisationId: string | null, { to, language, content, personId = null }: Posted): Promise<string> {
    if (!this.isOpen) throw new Error('no mail server: nothing can be posted');
    const [id, now] = [newId(), this.clock()];
    await manager.query(
      `INSERT INTO mail (organisation_id, id, person_id, kind, to_address, language, sealed, next_try_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [organisationId, id, personId, content.kind, to, language, this.vault.sealBriefly(content, sealPlace(id)), now],
    );
    return id;
  }
}

/** What is sealed for one mail does not open in another. */
export function sealPlace(mailId: string): string {
  return `mail/${mailId}`;
}
