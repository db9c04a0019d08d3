import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'Instagram',
  whereFollowers: 'On the profile of the account, the number of followers.',
  howToExport: 'In Meta Business Suite open Insights, then Content, choose Instagram and the period, then Export data as CSV. Import the file as it is, without opening it in a spreadsheet.',
  limits: 'Instagram tells how many accounts saw a post, but not which of them follow you, nor whether it was boosted. Connected, it also tells how many followers the account reached in 28 days, and stories are read before they vanish. The reach of posts from before September 2024 is not dependable.',
  connect: {
    steps: [
      'The account must be professional (Business or Creator). It is free and can be undone: in the Instagram app, Settings, Account type and tools.',
      'There are two ways. If a Facebook page is linked to the account, go through it: one agreement serves both. Otherwise sign in with Instagram itself.',
      'Through the page: first link the account to the page in Meta Business Suite, then choose Connect, and tick the page and the account that Facebook offers.',
      'Directly: whoever hosts Portée adds your account as an Instagram tester of their Meta app. Accept the invitation in Instagram (Website permissions), then choose Connect.',
      'Back in Portée, choose the account. Portée reads figures and your posts: it publishes nothing and reads neither messages nor people’s names.',
      'Through the page, Facebook wants the agreement renewed about every 90 days, and Portée warns you. Directly, the access renews itself.',
    ],
    applicationSteps: [
      'Through a Facebook page it is the Meta app of Facebook that serves: add the permissions instagram_basic and instagram_manage_insights to it. Nothing else has to be registered here.',
      'For accounts without a page add the product Instagram to the same app, then “API setup with Instagram login”.',
      'Add the redirect address that Portée shows here, exactly as it stands, and the permissions instagram_business_basic and instagram_business_manage_insights.',
      'Add every account as an Instagram tester in the roles of the app. Do not publish the app.',
      'Copy the Instagram app ID and the Instagram app secret: they differ from those of the Meta app. Paste them here.',
    ],
    settings: {
      facebook: { label: 'Through the Facebook page', hint: 'The account is linked to your page: recommended if you connect Facebook too.' },
      instagram: { label: 'With Instagram directly', hint: 'The account has no Facebook page.' },
    },
  },
};
