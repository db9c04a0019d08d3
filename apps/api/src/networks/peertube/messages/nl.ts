import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: NetworkSentences = {
  name: 'PeerTube',
  whereFollowers: 'Op de pagina van het kanaal, onder de naam: het aantal abonnees.',
  howToExport: 'PeerTube exporteert geen tabel met cijfers. Verbind het kanaal: Portée leest de cijfers elke dag. Lukt dat niet, vul dan een CSV-bestand van Portée in, of voer de cijfers van de maand met de hand in.',
  limits: 'Een kijker is een bezoek van een browser, geen persoon: dezelfde persoon op telefoon en computer telt twee keer. Kijkers en kijktijd worden alleen aan de eigenaar van het kanaal gegeven; hoe vaak gedeeld, bewaard en geklikt wordt, is niet te weten.',
  connect: {
    steps: [
      'Open jullie PeerTube-kanaal in een browser en kopieer het adres van de pagina.',
      'Geef, om de kijkers te kennen, ook de naam en het wachtwoord waarmee jullie publiceren. Het wachtwoord dient één keer: Portée bewaart het niet.',
      'Wordt er bij het aanmelden een code gevraagd, typ dan de code die je authenticator-app toont.',
      'Zonder wachtwoord volstaat het adres: Portée leest dan abonnees, weergaven, vind-ik-leuks en opmerkingen, maar geen kijkers.',
      'Kies het kanaal dat je wilt volgen. PeerTube kent geen toegang die beperkt is tot lezen: gebruik, als je server dat toelaat, een account alleen voor Portée.',
    ],
    settings: {
      address: { label: 'Adres van het kanaal', hint: 'Gekopieerd uit de browser, of in de vorm naam@server.' },
      username: { label: 'Gebruikersnaam', hint: 'De naam waarmee je je op deze PeerTube-server aanmeldt, of je e-mailadres.' },
      password: { label: 'Wachtwoord', hint: 'Eén keer gebruikt om toegang te krijgen, daarna vergeten.' },
      code: { label: 'Eenmalige code', hint: 'Alleen als aanmelden bij je account in twee stappen gaat.' },
    },
  },
};
