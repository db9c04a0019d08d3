import {
  acceptedInvitation, agenda, agendaEvent, analysisSettings, apiToken, appointment, auditPage, begunSecondFactor, channel, channelEffort, channelFormats, channelOutlook, channelPassedOn, channelTiming, collection, comparedChannel, connection, decidedOccurrence, demonstrationPlace, effortMonth, experiment, experimentProposal, followersOnDay, handLink, importView, ingestionRun, keptAppointment, monthlyFigure, monthlyReport, monthReview, addressChange, confirmedAddress, myNotices,
  network, networkApplication, newApiToken, newInvitation, newPlanFeed, newWebhook, objective, openedInvitation, openSession, organisationView, people, placedPost, planCalendar, planDocument, planFate, planFeed, planLine, planOutcome, plannedPost, ownTheme, postDetail, postLink, postPage, recommendationDecision, recommendationEvidence, recoveryCodes, searchResults, session, taggedPosts, testedRecommendation, theme, unpaidPeriod, passwordLink,
  directoryAddress, waysIn,
  newReportLink, reportLink, reportMailing, webhook, webhookDelivery,
  centreGroup, channelDeletion, comparisonSetting, expired, organisationDeletion, register, retention, hostedOrganisation, hostPerson, installationHealth, newHostedOrganisation,
} from '@portee/shared';

/** Every answer the web reads, by name. Only development and tests load these schemas: the page itself carries their types alone. */
export const answers = {
  centreGroups: centreGroup.array(), comparisonSetting, channelDeletion, organisationDeletion, retention, expired, register,
  directoryAddress, waysIn,
  session, auditPage, begunSecondFactor, recoveryCodes, openSessions: openSession.array(), people, newInvitation, tokens: apiToken.array(), newToken: newApiToken, webhook, webhooks: webhook.array(), newWebhook, webhookDelivery, webhookDeliveries: webhookDelivery.array(), openedInvitation, acceptedInvitation, organisation: organisationView, amounts: organisationDeletion, demonstration: demonstrationPlace, myNotices, addressChange, confirmedAddress, passwordLink,
  channel, channels: channel.array(), collection, collections: collection.array(), connection, applications: networkApplication.array(), runs: ingestionRun.array(), followers: followersOnDay.array(),
  monthlyFigure, monthlyFigures: monthlyFigure.array(), efforts: channelEffort.array(), effortMonth, effortMonths: effortMonth.array(), unpaidPeriod, unpaidPeriods: unpaidPeriod.array(),
  passedOn: channelPassedOn.array(), formats: channelFormats.array(), comparedChannels: comparedChannel.array(),
  networks: network.array(), monthlyReport, monthReview, reportMailing, reportLinks: reportLink.array(), newReportLink, posts: postPage, post: postDetail, themes: theme.array(), theme: ownTheme, tagged: taggedPosts, hostedOrganisation, hostedOrganisations: hostedOrganisation.array(), newHostedOrganisation, hosts: hostPerson.array(), installationHealth,
  timings: channelTiming.array(), outlooks: channelOutlook.array(), evidence: recommendationEvidence, searchResults,
  analysisSettings, decision: recommendationDecision, decisionOrNone: recommendationDecision.nullable(), decisions: recommendationDecision.array(), planLine, planLines: planLine.array(), objective, objectives: objective.array(),
  experiment, experiments: experiment.array(), experimentProposal, placedPost, testedRecommendations: testedRecommendation.array(), keptAppointments: keptAppointment.array(),
  planDocument, agenda, agendaOrNone: agenda.nullable(), agendaEvents: agendaEvent.array(), planCalendar, appointment, appointments: appointment.array(), plannedPost, decidedOccurrence, planFeeds: planFeed.array(), newPlanFeed,
  planFates: planFate.array(), postLinks: postLink.array(), handLink, planOutcomes: planOutcome.array(),
  import: importView, imports: importView.array(), nothing: { parse: noContent },
};

export type Answers = { [Name in keyof typeof answers]: ReturnType<(typeof answers)[Name]['parse']> };

/** Throws where an answer breaks the contract. */
export function checkAnswer(name: keyof Answers, body: unknown): void {
  answers[name].parse(body);
}

function noContent(body: unknown): null {
  if (body !== null) throw new TypeError('an answer without content has some');
  return null;
}
