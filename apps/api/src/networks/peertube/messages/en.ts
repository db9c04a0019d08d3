import type { NetworkSentences } from '../../core/network-messages.js';

export const en: NetworkSentences = {
  name: 'PeerTube',
  whereFollowers: 'On the channel’s page, under its name: the number of subscribers.',
  howToExport: 'PeerTube exports no table of figures. Connect the channel: Portée reads its figures every day. Failing that, fill in a Portée CSV file, or type in the figures of the month by hand.',
  limits: 'A viewer is one visit of a browser, not a person: the same person on a phone and on a computer counts twice. Viewers and watch time are given to the owner of the channel only; shares, saves and clicks are not given.',
  connect: {
    steps: [
      'Open your PeerTube channel in a browser and copy the address of the page.',
      'To know the viewers, also give the name and the password with which you publish. The password is used once: Portée does not keep it.',
      'If signing in asks for a code, type the one that your authenticator application shows.',
      'Without a password the address is enough: Portée then reads subscribers, views, likes and comments, but not viewers.',
      'Choose the channel to follow. PeerTube has no access limited to reading: where your server allows it, use an account kept for Portée.',
    ],
    settings: {
      address: { label: 'Address of the channel', hint: 'Copied from the browser, or written name@server.' },
      username: { label: 'User name', hint: 'The one with which you sign in to this PeerTube server, or your e-mail address.' },
      password: { label: 'Password', hint: 'Used once to obtain the access, then forgotten.' },
      code: { label: 'One-time code', hint: 'Only if signing in to your account takes two steps.' },
    },
  },
};
