import { type Locale, perLanguage, speaker, writing } from '@portee/shared';
import type { ContentOf, MailContent, MailKind } from './mail-content.js';
import { mailSentences } from './messages/mail-words.js';

/** A mail in words, before it is laid out. */
export interface Letter {
  language: Locale;
  subject: string;
  /** Null: it is to an address, not to somebody whose name is known. */
  greeting: string | null;
  paragraphs: string[];
  /** What to do; null: nothing. */
  act: { label: string; address: string } | null;
  notes: string[];
  /** Where one stops receiving it, as a page and for mail programs, and the sentence before; null: it is no bulk mail. */
  stop: { sentence: string; page: string; at: string } | null;
}

type Told = Pick<Letter, 'subject' | 'paragraphs'> & Partial<Pick<Letter, 'greeting' | 'act' | 'notes' | 'stop'>>;
type Words = ReturnType<typeof wordsOf>;

const wordsOf = perLanguage((locale) => ({ say: speaker(mailSentences, locale), write: writing(locale) }));

const tell: { [Kind in MailKind]: (content: ContentOf<Kind>, words: Words) => Told } = {
  'invitation': ({ organisation, role, inviter, link, until }, { say, write }) => {
    const said = { organisation, role: say(`role.${role}`) };
    return {
      subject: say('invitation.subject', said),
      paragraphs: [inviter === null ? say('invitation.text', said) : say('invitation.text.by', { ...said, inviter }), say('invitation.what', said)],
      act: { label: say('invitation.act'), address: link },
      notes: [say('invitation.note', { day: write.longDay(until) })],
    };
  },
  'password-reset': ({ name, link, minutes }, { say }) => ({
    subject: say('password-reset.subject'), greeting: say('hello', { name }), paragraphs: [say('password-reset.text')],
    act: { label: say('password-reset.act'), address: link }, notes: [say('password-reset.note', { minutes })],
  }),
  'password-changed': ({ name, link }, { say }) => ({
    subject: say('password-changed.subject'), greeting: say('hello', { name }), paragraphs: [say('password-changed.text')],
    act: { label: say('password-changed.act'), address: link }, notes: [say('password-changed.note')],
  }),
  'address-confirm': ({ name, link, hours }, { say }) => ({
    subject: say('address-confirm.subject'), greeting: say('hello', { name }), paragraphs: [say('address-confirm.text')],
    act: { label: say('address-confirm.act'), address: link }, notes: [say('address-confirm.note', { hours })],
  }),
  'address-changed': ({ name, address }, { say }) => ({
    subject: say('address-changed.subject'), greeting: say('hello', { name }), paragraphs: [say('address-changed.text', { address })], notes: [say('address-changed.note')],
  }),
  'channel-trouble': ({ link, ...said }, { say }) => ({
    subject: say('channel-trouble.subject', said), paragraphs: [say('channel-trouble.text', said), say('channel-trouble.what')],
    act: { label: say('channel-trouble.act'), address: link }, notes: [say('channel-trouble.note')],
  }),
  'report-ready': ({ organisation, month, link, recipients, isClosed }, { say, write }) => {
    const said = { organisation, month: write.monthAndYear(month), recipients };
    return {
      subject: say('report-ready.subject', said), paragraphs: [say('report-ready.text', said), ...(isClosed ? [] : [say('report-ready.open')])],
      act: { label: say('report-ready.act'), address: link }, notes: [say('report-ready.note')],
    };
  },
  'report': ({ organisation, month, stop }, { say, write }) => {
    const said = { organisation, month: write.monthAndYear(month) };
    return { subject: say('report.subject', said), paragraphs: [say('report.text', said)], stop: stop && { sentence: say('report.stop', said), ...stop } };
  },
};

/** Puts a mail into words. @param more  paragraphs that only the sender knows, after its own */
export function writeLetter(content: MailContent, language: Locale, more: readonly string[] = []): Letter {
  const { subject, paragraphs, greeting = null, act = null, notes = [], stop = null } = told(content, wordsOf(language));
  return { language, subject, greeting, paragraphs: [...paragraphs, ...more], act, notes, stop };
}

function told<Kind extends MailKind>(content: ContentOf<Kind>, words: Words): Told {
  const write: (content: ContentOf<Kind>, words: Words) => Told = tell[content.kind as Kind];
  return write(content, words);
}
