import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { locale } from '@portee/shared';
import { CredentialVault } from '../channels/credential-vault.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Sweep } from '../operations/sweep.js';
import { asHtml, asText } from './lay-out-letter.js';
import { mailContent } from './mail-content.js';
import { MailExtras } from './mail-extras.js';
import { afterTry, type AfterTry, type TryEnd } from './next-try.js';
import { Outbox, sealPlace } from './outbox.js';
import { Smtp } from './smtp.js';
import { writeLetter } from './write-letter.js';

const SWEEP_MS = 5_000;
/** A try that ends in nothing for so long was that of a process that died. Longer than any server may keep one waiting. */
const IDLE_MS = 600_000;
/** What became of a mail is shown so long. */
const KEPT_MS = 90 * 24 * 3600 * 1000;
const FORGET_MS = 3_600_000;

interface TakenMail {
  organisationId: string | null;
  id: string;
  toAddress: string;
  language: string;
  sealed: Buffer;
  tries: number;
  createdAt: Date;
}

/** The post office: takes mails out of the outbox one by one, in every worker, each what no other has. One that cannot leave never stops the others. */
@Injectable()
export class MailSweep extends Sweep implements OnApplicationBootstrap {
  private readonly logger = new Logger(MailSweep.name);

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly vault: CredentialVault,
    private readonly outbox: Outbox,
    private readonly extras: MailExtras,
    private readonly smtp: Smtp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    void this.sweep();
  }

  @Interval(SWEEP_MS)
  sweep(): Promise<void> {
    return this.outbox.isOpen ? this.sweepNow() : Promise.resolve();
  }

  @Interval(FORGET_MS)
  async forget(): Promise<void> {
    await this.transaction.lookUp((manager) => manager.query('SELECT forget_mails($1)', [new Date(this.clock().getTime() - KEPT_MS)]));
  }

  protected async sweepOnce(): Promise<void> {
    while (!this.isStopping) {
      const mail = await this.take();
      if (mail === null) return;
      await this.settle(mail, afterTry(await this.try(mail), mail.tries, this.clock()));
    }
  }

  private async take(): Promise<TakenMail | null> {
    const [taken]: TakenMail[] = await this.transaction.lookUp((manager) => manager.query(
      `SELECT organisation_id AS "organisationId", id, to_address AS "toAddress", language, sealed, tries, created_at AS "createdAt" FROM take_mail($1, $2 * interval '1 millisecond')`, [this.clock(), IDLE_MS]));
    return taken ?? null;
  }

  /** What cannot be made ready is tried again like what cannot be sent: a fault of ours may be mended by then. */
  private async try(mail: TakenMail): Promise<TryEnd> {
    try {
      const content = mailContent.parse(this.vault.openBrief(mail.sealed, sealPlace(mail.id)));
      const language = locale.parse(mail.language);
      const { paragraphs, attachments } = await this.extras.of({ organisationId: mail.organisationId, language, content });
      const letter = writeLetter(content, language, paragraphs);
      return await this.smtp.send({
        id: mail.id, to: mail.toAddress, subject: letter.subject, text: asText(letter), html: asHtml(letter), date: mail.createdAt, stop: letter.stop?.at ?? null, attachments,
      });
    } catch (error) {
      this.logger.error({ mailId: mail.id, err: error }, 'a mail could not be made ready');
      return { kind: 'later', answer: 'Portée' };
    }
  }

  private async settle({ id, tries }: TakenMail, { state, answer, againAt }: AfterTry): Promise<void> {
    if (state !== 'sent') this.logger.warn({ mailId: id, state, tries }, 'a mail did not leave');
    await this.transaction.lookUp((manager) => manager.query('SELECT settle_mail($1, $2, $3, $4, $5, $6)', [id, tries, state, answer, againAt, this.clock()]));
  }
}
