import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Facebook',
  whereFollowers: 'In Meta Business Suite, Insights, Audience: the number of followers of the page.',
  howToExport: 'In Meta Business Suite open Insights, then Content, choose the period, then Export data as CSV. Import the file as it is, without opening it in a spreadsheet.',
  limits: 'Facebook tells how many people saw a post, followers or not. Since 15 June 2026 only the exported file still parts people reached with and without advertising; connected, Facebook parts views, not people. It shows nothing under 100 likes, and its day runs from 9 to 9 in Brussels. Groups have no figures to export: type them in by hand.',
  connect: {
    steps: [
      'You need a Facebook account with full control of the page, or at least access to its insights. If you have none, ask whoever manages the page.',
      'Whoever hosts Portée must have given you a role on their Meta app. Accept the invitation: it is among the notifications of developers.facebook.com.',
      'Choose Connect: Facebook opens and asks for your agreement. Tick the page of the centre, otherwise Portée will not see it, and leave all permissions ticked.',
      'Back in Portée, choose the page, or several. Portée reads figures and your posts: it publishes nothing and reads neither messages nor people’s names.',
      'No page in the list? If it belongs to a business portfolio, have the page assigned to you in that portfolio, then start again.',
      'Facebook wants this agreement renewed about every 90 days: Portée warns you two weeks before. Follow these steps again; the history stays.',
    ],
    applicationSteps: [
      'One Meta app is enough for the whole installation. Register at developers.facebook.com (a telephone number is asked for), then Create app, with the use case “Manage everything on your Page”.',
      'In that use case add the permissions pages_show_list, pages_read_engagement, read_insights and pages_read_user_content.',
      'In Facebook Login, Settings, add the address that Portée shows here to the valid OAuth redirect URIs, exactly as it stands.',
      'Do not publish the app and do not ask for a review: in development mode it already reads the pages of people who have a role on it.',
      'In App roles add every colleague who will connect a page (the role Tester is enough). Each has to accept the invitation.',
      'In App settings, Basic, copy the app ID and the app secret, and paste them here.',
      'Once a year Meta asks you to confirm how the app uses data: answer, or the app is restricted.',
    ],
    settings: {},
  },
};
