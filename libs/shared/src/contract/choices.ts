// What pages need of the contract besides its types. It stands apart from the schemas: with one of those a page would fetch the whole validator.

/** Signs of a team's word on a month. A board reads it on paper: half a page. */
export const MAX_COMMENT = 2_000;
export const objectiveMeasures = ['reach-rate', 'posts'] as const;
export const planLineKinds = ['rule', 'appointment', 'experiment', 'push', 'other'] as const;
export const postFormats = ['photo', 'album', 'video', 'short_video', 'live', 'link', 'text', 'event', 'story', 'email', 'other'] as const;

/** Lengths of the written plan: all of it at its longest, and what is drawn from data, are five pages. */
export const planTextLengths = { aims: 1_500, rule: 800, who: 80, where: 160, does: 240, rhythm: 200, adoptedBy: 120 } as const;
export const MAX_PUBLICS = 8;
export const MAX_DUTIES = 10;
/** The rules of the house, in the order in which they are read: tone, answers to comments, images and rights, what is never published. */
export const houseRules = ['tone', 'answers', 'images', 'never'] as const;

/** What a key of a program may be made for; `scopeOfRight` says what each lets it do. */
export const tokenScopes = ['read', 'enter', 'plan', 'manage', 'journal'] as const;
/** How many days a key made in the pages holds. One that does not end is made at the command line alone. */
export const tokenDays = [30, 90, 365] as const;
/** What other programs may be told. */
export const webhookEvents = ['report.closed', 'channel.needs-reconnection'] as const;
/** How long an invitation stays open: longer than holidays. */
export const INVITATION_DAYS = 14;
/** What is written down: who came and who was let in, what came in and went out, and what cannot be seen in the figures themselves. */
export const auditActs = [
  'signed-in', 'directory-linked', 'directory-unlinked', 'password-changed', 'password-reset', 'address-changed', 'second-factor-set', 'second-factor-removed', 'invited', 'invitation-renewed', 'invitation-taken-back', 'joined', 'member-added', 'role-changed', 'member-removed', 'password-helped', 'left',
  'organisation-changed', 'token-created', 'token-revoked', 'webhook-created', 'webhook-changed', 'webhook-removed', 'file-received', 'import-undone', 'posts-exported', 'everything-exported', 'organisation-restored',
  'channel-added', 'channel-changed', 'channel-removed', 'channel-disconnected', 'month-closed', 'month-reopened', 'report-sent', 'report-skipped', 'mailing-changed', 'recipient-added', 'recipient-removed', 'recipient-stopped',
  'report-shared', 'report-link-taken-back', 'report-read-by-link',
  'deletion-asked', 'deletion-taken-back', 'account-deleted', 'privacy-changed', 'comparison-joined', 'comparison-left', 'data-expired',
  'organisation-created', 'limits-changed',
] as const;
/** Months for which an organisation may keep something; null, where it is offered: until somebody deletes it. */
export const retentionMonths = [6, 12, 24, 36, 60, 120] as const;
/** Days in which the deletion of an organisation can be taken back. */
export const DELETION_DAYS = 14;
/** Who did it: a person; a program by its token; somebody at the command line; Portée by itself; whoever has a link. */
export const actorKinds = ['person', 'program', 'command', 'portee', 'link'] as const;
/** For how many days a report is shared by a link: what is offered, and the most. */
export const reportLinkDays = [7, 30, 90, 365] as const;
export const MOST_REPORT_LINK_DAYS = 365;
/** Whether the report of each month leaves by mail: never, once somebody said yes, or by itself. */
export const mailingModes = ['off', 'approval', 'automatic'] as const;
/** Every month has this day. */
export const LATEST_MAILING_DAY = 28;
/** Waiting, being sent, taken by the mail server, refused by it for good, given up after two days, or come back later as undeliverable. */
export const mailStates = ['waiting', 'sending', 'sent', 'refused', 'given-up', 'returned'] as const;
/** Why somebody who comes back from a municipality's directory is not let in. */
export const directoryReasons = [
  'begin-again', 'declined', 'unreachable', 'answer-wrong', 'no-account', 'email-unproven', 'account-exists', 'linked-elsewhere', 'invitation-gone', 'invitation-for-another', 'already-member',
] as const;
export type DirectoryReason = (typeof directoryReasons)[number];
