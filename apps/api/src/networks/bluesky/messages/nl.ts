import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: Partial<NetworkSentences> = {
  name: 'Bluesky',
  whereFollowers: 'Op het profiel van het account, het aantal volgers.',
  howToExport: 'Bluesky exporteert geen cijfers van berichten. Verbind het account: de naam volstaat. Vul anders een CSV-bestand van Portée in, of voer de cijfers van de maand met de hand in.',
  limits: 'Bluesky telt niet wie kijkt: het bereik is er niet te meten. Portée toont in de plaats vind-ik-leuks, antwoorden, reposts en citaten, die openbaar zijn.',
  connect: {
    steps: [
      'Voer de naam van het account in, zoals die op het profiel na de @ staat. Er wordt geen wachtwoord gevraagd: alles wat Portée leest is openbaar.',
      'Kijk na of het gevonden account het uwe is en verbind het. Verandert het later van naam, dan volgt Portée.',
      'Alleen uw eigen berichten tellen mee. Uw reposts van andere accounts en uw antwoorden aan anderen niet.',
    ],
    settings: { handle: { label: 'Naam van het account', hint: 'Bijvoorbeeld centrum.bsky.social, of het adres van het profiel uit de browser.' } },
  },
};
