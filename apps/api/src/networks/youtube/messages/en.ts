import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'YouTube',
  whereFollowers: 'In YouTube Studio, Dashboard: the current number of subscribers.',
  howToExport: 'In YouTube Studio open Analytics, Advanced mode, add the column Unique viewers, then download the CSV file. When importing, tell Portée what each column says.',
  limits: 'Unique viewers are YouTube’s own estimate, given by the file of YouTube Studio only. Since 27 August 2026 a view counts from the first frame on: views before and after do not compare.',
  connect: {
    steps: [
      'Ask the person whose Google account owns the channel to connect it: a manager has no access to the statistics.',
      'On the page of Google that opens choose that account, then the channel if the account has several.',
      'If Google shows “Google hasn’t verified this app”, click “Advanced”, then the link that leads to Portée: the application is that of your own installation.',
      'Leave both permissions ticked: to view your YouTube channel, and to view its activity reports. Without the second Portée reads views, likes and comments, but no shares, watch time or part of advertising.',
      'Unique viewers are in none of these answers: import the file of YouTube Studio from time to time.',
    ],
    applicationSteps: [
      'On console.cloud.google.com create a project (it is free). One project is enough for all channels of the installation.',
      'In “APIs & Services”, “Library”, enable “YouTube Data API v3” and “YouTube Analytics API”.',
      'In “OAuth consent screen” choose the type “External”, give the name of your installation and a contact address, and add the permissions youtube.readonly and yt-analytics.readonly.',
      'Put the application “In production”. As long as it stays in “Testing”, every access dies after 7 days.',
      'In “Credentials” create an “OAuth client ID” of the type “Web application” and paste the return address that Portée shows, without changing a character.',
      'Copy the client ID and the client secret into Portée.',
    ],
    settings: {},
  },
};
