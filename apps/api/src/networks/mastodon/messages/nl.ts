import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: Partial<NetworkSentences> = {
  name: 'Mastodon',
  whereFollowers: 'Op het profiel van het account, het aantal volgers.',
  howToExport: 'Mastodon exporteert geen cijfers van berichten. Verbind het account: Portée leest de cijfers meermaals per dag. Vul anders een CSV-bestand van Portée in, of voer de cijfers van de maand met de hand in.',
  limits: 'Mastodon telt niet wie kijkt: het bereik is er niet te meten. Favorieten, antwoorden en boosts zijn die welke uw server kent: minstens zoveel.',
  connect: {
    steps: [
      'Zoek het adres van de server waarop uw account staat: het staat na de tweede @ van uw naam. Het account @centrum@mastodon.example staat op mastodon.example. Pleroma, GoToSocial, snac, Friendica en Pixelfed verbindt u op dezelfde manier.',
      'Voer die server in en meld u op zijn pagina aan met het account van het centrum, niet met uw eigen account. Portée vraagt alleen om het account en zijn berichten te lezen: het kan niets plaatsen en uw privéberichten niet lezen.',
      'Zeg ja: u komt terug in Portée, dat het gevonden account toont.',
      'Zonder wachtwoord voert u de volledige naam van het account in. Op de meeste Mastodon-servers volstaat dat; sommige tonen bezoekers niets, en dan moet u zich er aanmelden.',
      'Alleen berichten die iedereen kan lezen tellen mee. Uw boosts van andere accounts en uw antwoorden aan anderen niet.',
    ],
    settings: {
      address: { label: 'Adres van de server', hint: 'Bijvoorbeeld mastodon.example, of het adres van uw profiel uit de browser.' },
      handle: { label: 'Volledige naam van het account', hint: 'Met de server: @centrum@mastodon.example. Hij staat onder de weergavenaam op het profiel.' },
    },
  },
};
