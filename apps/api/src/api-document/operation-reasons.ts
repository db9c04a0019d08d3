import type { ProblemReason } from '@portee/shared';

/** For which reasons a thing that an address names is refused, by the name of the parameter. */
const byParameter: Record<string, readonly ProblemReason[]> = {
  slug: ['organisation-not-found'],
  channelId: ['channel-not-found'],
  postId: ['post-not-found'],
  themeId: ['theme-not-found'],
  personId: ['member-not-found'],
  sessionId: ['session-not-found'],
  invitationId: ['invitation-not-found'],
  recipientId: ['recipient-not-found'],
  tokenId: ['token-not-found'],
  webhookId: ['webhook-not-found'],
  deliveryId: ['delivery-not-found'],
  periodId: ['unpaid-period-not-found'],
  recommendationId: ['recommendation-not-found'],
  planLineId: ['plan-line-not-found'],
  objectiveId: ['objective-not-found'],
  appointmentId: ['appointment-not-found'],
  plannedPostId: ['planned-post-not-found'],
  linkId: ['report-link-not-found'],
  feedId: ['feed-not-found'],
  agendaId: ['agenda-not-found'],
  experimentId: ['experiment-not-found'],
  importId: ['import-not-found'],
  connectionId: ['connection-not-found'],
  cursor: ['cursor-unreadable'],
  network: ['unknown-network'],
};

const upload: readonly ProblemReason[] = ['file-missing', 'file-too-large', 'field-unreadable', 'upload-cut'];
const connecting: readonly ProblemReason[] = [
  'network-not-found', 'network-access-refused', 'network-permission-missing', 'network-unavailable', 'network-unexpected-answer', 'network-limited', 'network-address-refused',
  'network-application-missing', 'connection-way-not-offered', 'connection-no-channel', 'connection-other-channel', 'person-required',
];
const changing: readonly ProblemReason[] = ['changed-meanwhile'];

/** What an operation may be refused for besides: what only it can come upon, by its identifier. */
const byOperation: Record<string, readonly ProblemReason[]> = {
  'Export.export': ['export-busy'],
  'Session.signIn': ['wrong-credentials', 'too-many-tries'],
  'Session.signInByCode': ['code-wrong', 'second-factor-missing', 'code-too-late', 'code-locked', 'too-many-tries'],
  'SecondFactor.begin': ['password-wrong', 'second-factor-there', 'too-many-tries'],
  'SecondFactor.confirm': ['code-wrong', 'second-factor-missing', 'second-factor-there', 'too-many-tries'],
  'SecondFactor.end': ['password-wrong', 'second-factor-missing', 'too-many-tries'],
  'SecondFactor.renewCodes': ['password-wrong', 'second-factor-missing', 'too-many-tries'],
  'Sessions.changePassword': ['password-wrong', 'too-many-tries'],
  'FirstAccount.create': ['first-account-exists', 'setup-code-wrong', 'email-taken', 'slug-taken', 'too-many-tries'],
  'ReportLinks.create': ['report-link-limit'],
  'ReportMailing.set': ['no-mail-server'],
  'ReportMailing.addRecipient': ['recipient-known', 'recipient-limit'],
  'ReportMailing.send': ['no-mail-server', 'month-not-over', 'recipients-missing', 'report-sent'],
  'ReportMailing.skip': ['report-sent'],
  'ReportMailing.trial': ['no-mail-server'],
  'StopMails.ask': ['too-many-tries'],
  'StopMails.stop': ['recipient-not-found', 'too-many-tries'],
  'SharedReport.page': ['shared-report-not-found', 'too-many-tries'],
  'SharedReport.pdf': ['shared-report-not-found', 'too-many-tries'],
  'Directory.begin': ['directory-missing', 'directory-unreachable', 'invitation-not-found', 'too-many-tries'],
  'Directory.link': ['directory-missing', 'directory-unreachable', 'password-wrong', 'too-many-tries'],
  'Directory.back': ['too-many-tries'],
  'Directory.end': ['directory-missing', 'directory-not-linked', 'directory-only-way', 'password-wrong', 'too-many-tries'],
  'AccountLinks.askForPassword': ['no-mail-server', 'too-many-tries'],
  'AccountLinks.choosePassword': ['link-not-found', 'too-many-tries'],
  'AccountLinks.changeAddress': ['email-taken', 'password-wrong', 'code-wrong', 'code-needed', 'code-locked', 'too-many-tries'],
  'AccountLinks.confirmAddress': ['link-not-found', 'email-taken', 'too-many-tries'],
  'People.helpWithPassword': ['account-beyond'],
  'People.notices': ['member-not-found'],
  'People.setNotices': ['member-not-found'],
  'People.changeRole': ['last-owner'],
  'People.remove': ['last-owner'],
  'People.leave': ['last-owner', 'member-not-found'],
  'Invitations.create': ['already-member', 'invitation-limit'],
  'OpenInvitations.read': ['invitation-not-found', 'invitation-over', 'too-many-tries'],
  'OpenInvitations.accept': ['invitation-not-found', 'invitation-over', 'invitation-for-another', 'already-member', 'email-taken', 'not-signed-in', 'too-many-tries'],
  'Tokens.create': ['token-limit'],
  'Webhooks.create': ['webhook-limit', 'webhook-address-refused'],
  'Webhooks.update': ['webhook-address-refused'],
  'Channels.create': ['unknown-network', 'parent-not-found', 'external-id-taken', 'channel-limit'],
  'Channels.update': ['parent-not-found', 'parent-circle', 'external-id-taken'],
  'Channels.enterFollowers': ['day-in-future'],
  'Channels.enterMonthlyFigure': ['month-in-future'],
  'Deletion.deleteOrganisation': ['name-differs', 'password-wrong', 'code-wrong', 'code-needed', 'code-locked', 'too-many-tries'],
  'Deletion.deletePerson': ['account-holds-organisations', 'last-host-leaves', 'last-owner', 'password-wrong', 'code-wrong', 'code-needed', 'code-locked', 'too-many-tries'],
  'Effort.months': ['span-too-long'],
  'Effort.enter': ['month-in-future'],
  'OrganisationEffort.months': ['span-too-long'],
  'OrganisationEffort.enter': ['month-in-future', 'channel-not-found'],
  'Themes.create': ['theme-name-taken', 'theme-limit'],
  'Themes.update': ['theme-name-taken'],
  'Themes.tag': ['theme-posts-unknown'],
  'AnalysisSettings.replaceHolidays': [...upload, 'calendar-unreadable', 'calendar-empty', 'calendar-repeats', 'calendar-days-wrong', 'calendar-too-long'],
  'Decisions.decide': [...changing],
  'Decisions.withdraw': ['decision-not-found'],
  'PlanLines.create': ['plan-line-limit', 'channel-not-found', 'theme-not-found'],
  'PlanLines.update': [...changing, 'channel-not-found', 'theme-not-found', 'plan-line-undecided'],
  'PlanLines.restore': ['plan-line-limit', 'plan-line-undecided'],
  'Objectives.create': ['objective-limit', 'objective-past', 'objective-taken', 'channel-not-found'],
  'Objectives.update': [...changing, 'objective-past', 'objective-taken', 'channel-not-found'],
  'Objectives.restore': ['objective-limit', 'objective-past', 'objective-taken'],
  'PlanDocument.write': [...changing],
  'Appointments.create': ['appointment-limit', 'channel-not-found', 'theme-not-found'],
  'Appointments.update': [...changing, 'channel-not-found', 'theme-not-found'],
  'Appointments.restore': ['appointment-limit'],
  'Appointments.decide': [...changing, 'appointment-day-wrong'],
  'Appointments.undo': [...changing, 'appointment-day-wrong'],
  'PlannedPosts.create': ['planned-post-limit', 'planned-day-full', 'channel-not-found', 'theme-not-found', 'appointment-not-found', 'appointment-day-wrong', 'occurrence-filled'],
  'PlannedPosts.update': [...changing, 'planned-day-full', 'planned-post-drawn', 'channel-not-found', 'theme-not-found', 'appointment-not-found', 'appointment-day-wrong', 'occurrence-filled'],
  'PlannedPosts.remove': ['planned-post-drawn'],
  'PlannedPosts.restore': ['planned-post-limit', 'planned-day-full', 'occurrence-filled'],
  'Feeds.create': ['feed-limit', 'channel-not-found'],
  'PlanFeed.read': ['not-found'],
  'Agenda.replace': [...upload, ...changing, 'agenda-unreadable', 'agenda-empty', 'agenda-too-full'],
  'Agenda.restore': [...changing],
  'Experiments.start': ['recommendation-not-found', 'experiment-not-possible', 'experiment-start-past', 'experiment-too-small', 'experiment-under-way'],
  'Experiments.propose': ['recommendation-not-found', 'experiment-not-possible'],
  'Experiments.place': ['experiment-day-wrong', 'experiment-ended', 'experiment-full', 'experiment-post-drawn', 'planned-post-limit', 'planned-day-full', 'planned-post-not-found', 'theme-not-found', ...changing],
  'Experiments.extend': ['experiment-ended', 'experiment-complete', ...changing],
  'Experiments.giveUp': ['experiment-ended', ...changing],
  'PostLinks.say': [...changing, 'plan-filled', 'appointment-not-found', 'appointment-day-wrong', 'planned-post-not-found', 'link-outside-experiment', 'planned-post-drawn'],
  'PostLinks.takeBack': [...changing],
  'Imports.create': [...upload, 'observed-in-future', 'unknown-network', 'channel-not-found', 'storage-limit'],
  'Imports.undo': ['import-not-applied', 'import-not-waiting-for-this', 'undo-newer-first'],
  'Imports.map': ['import-not-waiting-for-this', 'unknown-network', 'channel-not-found'],
  'Imports.decide': ['import-not-waiting-for-this'],
  'Collections.collectNow': ['channel-not-connected', 'channel-limited'],
  'Collections.pause': ['channel-not-connected'],
  'Collections.resume': ['channel-not-connected'],
  'Connections.start': [...connecting, 'unknown-network', 'channel-not-found', 'too-many-tries'],
  'Connections.one': ['connection-declined', 'connection-signed-out', ...connecting],
  'Connections.choose': [...connecting, 'connection-choice-unknown', 'external-id-taken', 'channel-limit'],
  'Hosting.list': ['host-required'],
  'Hosting.create': ['host-required', 'slug-taken', 'invitation-limit'],
  'Hosting.setLimits': ['host-required', 'organisation-not-found'],
  'Hosts.list': ['host-required'],
  'Hosts.name': ['host-required', 'account-not-found'],
  'Hosts.remove': ['host-required', 'host-not-found', 'last-host', 'member-not-found'],
  'Hosting.readHealth': ['host-required'],
  'Applications.list': ['host-required'],
  'Applications.set': ['host-required'],
  'Applications.remove': ['host-required'],
  'MonthReview.comment': [...changing, 'month-closed'],
  'MonthReview.close': [...changing, 'month-not-over', 'month-closed'],
  'MonthReview.reopen': [...changing, 'month-open'],
  'Demonstration.remove': ['organisation-not-found'],
};

/** What an operation is, as far as its refusals go. */
export interface Door {
  id: string;
  isOpen: boolean;
  isChange: boolean;
  /** A person only. */
  isForPeople: boolean;
  isInOrganisation: boolean;
  /** It takes a body, or something of its address is read. */
  hasInput: boolean;
  hasBody: boolean;
  parameters: readonly string[];
}

/** Every reason for which an operation is known to refuse, each once. */
export function reasonsOf(door: Door): ProblemReason[] {
  const who: ProblemReason[] = door.isOpen ? [] : ['not-signed-in', 'token-expired', ...(door.isForPeople ? ['person-required' as const] : [])];
  const rights: ProblemReason[] = door.isInOrganisation ? ['role-too-low', 'scope-too-small'] : [];
  const input: ProblemReason[] = door.hasInput ? ['invalid-input', 'text-unreadable'] : [];
  const body: ProblemReason[] = door.hasBody ? ['bad-request', 'body-too-large', 'unsupported-media-type'] : [];
  const named = door.parameters.flatMap((name) => byParameter[name] ?? []);
  return [...new Set([...who, ...(door.isChange ? ['foreign-origin' as const] : []), ...rights, ...named, ...input, ...body, ...(byOperation[door.id] ?? []), 'unavailable' as const, 'unexpected' as const])];
}
