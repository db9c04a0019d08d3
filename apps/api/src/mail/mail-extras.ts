import { Injectable } from '@nestjs/common';
import type { Locale } from '@portee/shared';
import type { MailContent, MailKind } from './mail-content.js';
import type { Attachment } from './smtp.js';

/** What goes with a mail and is made when it leaves. */
export interface Extras {
  paragraphs: readonly string[];
  attachments: readonly Attachment[];
}

export interface Leaving {
  /** null: about an account. */
  organisationId: string | null;
  language: Locale;
  content: MailContent;
}

const NOTHING: Extras = { paragraphs: [], attachments: [] };

/** Rooms that a mail is about bring what they alone can make: mail knows none of them. */
@Injectable()
export class MailExtras {
  private readonly makers = new Map<MailKind, (leaving: Leaving) => Promise<Extras>>();

  bring(kind: MailKind, make: (leaving: Leaving) => Promise<Extras>): void {
    this.makers.set(kind, make);
  }

  of(leaving: Leaving): Promise<Extras> {
    return this.makers.get(leaving.content.kind)?.(leaving) ?? Promise.resolve(NOTHING);
  }
}
