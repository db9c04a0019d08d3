import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: NetworkSentences = {
  name: 'Bluesky',
  whereFollowers: 'Op het profiel van het account, het aantal volgers.',
  howToExport: 'Bluesky exporteert geen cijfers van berichten. Verbind het account: de naam volstaat. Lukt dat niet, vul dan een CSV-bestand van Portée in, of voer de cijfers van de maand met de hand in.',
  limits: 'Bluesky telt niet wie kijkt: het bereik is er niet te meten. Portée toont in de plaats vind-ik-leuks, antwoorden, reposts en citaten, die openbaar zijn.',
  connect: {
    steps: [
      'Voer de naam van het account in, zoals die op het profiel na de @ staat. Er wordt geen wachtwoord gevraagd: alles wat Portée leest, is openbaar.',
      'Kijk na of het gevonden account van jullie is en verbind het. Verandert het later van naam, dan volgt Portée.',
      'Alleen jullie eigen berichten tellen mee. Reposts van andere accounts en antwoorden aan anderen niet.',
    ],
    settings: { handle: { label: 'Naam van het account', hint: 'Bijvoorbeeld centrum.bsky.social, of het adres van het profiel uit de browser.' } },
  },
};
