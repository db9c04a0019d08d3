import type { NetworkSentences } from '../../core/network-messages.js';

/** What is missing here is shown in English. */
export const nl: Partial<NetworkSentences> = {
  name: 'PeerTube',
  connect: {
    steps: [
      'Open uw PeerTube-kanaal in een browser en kopieer het adres van de pagina.',
      'Om de kijkers te kennen, geeft u ook de naam en het wachtwoord waarmee u publiceert. Het wachtwoord dient één keer: Portée bewaart het niet.',
      'Wordt er bij het aanmelden een code gevraagd, typ dan de code die uw authenticator-app toont.',
      'Zonder wachtwoord volstaat het adres: Portée leest dan abonnees, weergaven, likes en reacties, maar geen kijkers.',
      'Kies het kanaal dat u wilt volgen. PeerTube kent geen toegang die beperkt is tot lezen: gebruik, als uw server dat toelaat, een account alleen voor Portée.',
    ],
    settings: {
      address: { label: 'Adres van het kanaal', hint: 'Gekopieerd uit de browser, of in de vorm naam@server.' },
      username: { label: 'Gebruikersnaam', hint: 'De naam waarmee u zich op deze PeerTube-server aanmeldt, of uw e-mailadres.' },
      password: { label: 'Wachtwoord', hint: 'Eén keer gebruikt om toegang te krijgen, daarna vergeten.' },
      code: { label: 'Eenmalige code', hint: 'Alleen als aanmelden bij uw account in twee stappen gaat.' },
    },
  },
};
