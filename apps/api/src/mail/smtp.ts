import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import type { TryEnd } from './next-try.js';

/** What nodemailer hangs on its errors. */
const smtpError = z.object({ code: z.string(), response: z.string(), responseCode: z.number(), message: z.string() }).partial();
/** A server that does not answer must not hold the others up. */
const TIMEOUT_MS = 20_000;
const ANSWER_SIGNS = 300;

/** A file that goes with a mail. */
export interface Attachment {
  filename: string;
  content: Buffer;
  contentType: string;
}

/** A mail as it leaves. */
export interface ReadyMail {
  /** One id for every try: where a try was taken for lost and was not, mailboxes show the mail once. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  date: Date;
  /** An address at which one stops receiving it; null: it is no bulk mail. */
  stop: string | null;
  attachments: readonly Attachment[];
}

/** The mail server of PORTEE_SMTP_URL. */
@Injectable()
export class Smtp implements OnApplicationShutdown {
  private transport: Transporter | null = null;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** One try. Never throws for what a server or a network does. */
  async send({ id, stop, attachments, ...mail }: ReadyMail): Promise<TryEnd> {
    const { smtpFrom } = this.environment;
    try {
      const { response } = await this.opened().sendMail({
        ...mail, from: smtpFrom ?? undefined, messageId: `<${id}@${domainOf(smtpFrom ?? '')}>`, attachments: [...attachments],
        headers: { 'Auto-Submitted': 'auto-generated', ...(stop === null ? {} : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
        // Contents are ours; a text must never make the program open a file or an address.
        disableFileAccess: true, disableUrlAccess: true,
      });
      return { kind: 'sent', answer: short(response ?? '') };
    } catch (error) {
      return readRefusal(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private opened(): Transporter {
    if (this.environment.smtpUrl === null) throw new Error('no mail server');
    this.transport ??= createTransport({ url: this.environment.smtpUrl, pool: true, maxConnections: 2, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
    return this.transport;
  }
}

/** An answer of the 500s about an address or a mail is for good. About our own sign-in it is not: the settings are mended, and the mail leaves. */
function readRefusal(error: unknown): TryEnd {
  const { code, response, responseCode, message } = smtpError.catch({}).parse(error);
  const isForGood = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return { kind: isForGood ? 'refused' : 'later', answer: short(response ?? `${code ?? ''} ${message ?? ''}`) };
}

function short(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, ANSWER_SIGNS);
}

/** « Portée <portee@centre.be> » → centre.be */
export function domainOf(sender: string): string {
  return /@([^\s>]+)>?$/u.exec(sender)?.[1] ?? 'localhost';
}
