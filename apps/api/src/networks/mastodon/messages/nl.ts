import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: NetworkSentences = {
  name: 'Mastodon',
  whereFollowers: 'Op het profiel van het account, het aantal volgers.',
  howToExport: 'Mastodon exporteert geen cijfers van berichten. Verbind het account: Portée leest de cijfers meermaals per dag. Lukt dat niet, vul dan een CSV-bestand van Portée in, of voer de cijfers van de maand met de hand in.',
  limits: 'Mastodon telt niet wie kijkt: het bereik is er niet te meten. Je server telt de favorieten, antwoorden en boosts die hij kent: minstens zoveel.',
  connect: {
    steps: [
      'Zoek het adres van de server waarop je account staat: het staat na de tweede @ van je naam. Het account @centrum@mastodon.example staat op mastodon.example. Pleroma, GoToSocial, snac, Friendica en Pixelfed verbind je op dezelfde manier.',
      'Voer die server in en meld je op zijn pagina aan met het account van het centrum, niet met je eigen account. Portée vraagt alleen om het account en zijn berichten te lezen: het kan niets plaatsen en jullie privéberichten niet lezen.',
      'Zeg ja: je komt terug in Portée, dat het gevonden account toont.',
      'Voer zonder wachtwoord de volledige naam van het account in. Op de meeste Mastodon-servers volstaat dat; sommige tonen bezoekers niets, en dan moet je je er aanmelden.',
      'Alleen berichten die iedereen kan lezen, tellen mee. Boosts van andere accounts en antwoorden aan anderen niet.',
    ],
    settings: {
      address: { label: 'Adres van de server', hint: 'Bijvoorbeeld mastodon.example, of het adres van je profiel uit de browser.' },
      handle: { label: 'Volledige naam van het account', hint: 'Met de server: @centrum@mastodon.example. Hij staat onder de weergavenaam op het profiel.' },
    },
  },
};
