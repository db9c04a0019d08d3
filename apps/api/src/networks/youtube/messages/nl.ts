import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: NetworkSentences = {
  name: 'YouTube',
  whereFollowers: 'In YouTube Studio, ‘Dashboard’: het huidige aantal abonnees.',
  howToExport: 'Open in YouTube Studio ‘Analytics’, ‘Geavanceerde modus’, voeg de kolom ‘Unieke kijkers’ toe en download het CSV-bestand. Zeg bij het importeren aan Portée wat elke kolom betekent.',
  limits: 'Unieke kijkers zijn een schatting van YouTube zelf, die alleen in het bestand van YouTube Studio staat. Sinds 27 augustus 2026 telt een weergave vanaf het eerste beeld: weergaven van ervoor en erna zijn niet te vergelijken.',
  connect: {
    steps: [
      'Vraag de persoon van wie het Google-account eigenaar is van het kanaal om het te verbinden: een beheerder heeft geen toegang tot de statistieken.',
      'Kies op de pagina van Google die opent dat account en daarna het kanaal, als het account er meerdere heeft.',
      'Toont Google dat de app niet is geverifieerd, klik dan op ‘Geavanceerd’ en op de link naar Portée: de app is die van jullie eigen installatie.',
      'Laat beide machtigingen aangevinkt: het YouTube-kanaal bekijken en de activiteitsrapporten bekijken. Zonder de tweede leest Portée weergaven, vind-ik-leuks en opmerkingen, maar niet hoe vaak gedeeld wordt, geen kijktijd en geen aandeel van advertenties.',
      'Unieke kijkers staan in geen van deze antwoorden: importeer af en toe het bestand van YouTube Studio.',
    ],
    applicationSteps: [
      'Maak op console.cloud.google.com een project aan (gratis). Eén project volstaat voor alle kanalen van de installatie.',
      'Schakel in ‘API’s en services’, ‘Bibliotheek’, ‘YouTube Data API v3’ en ‘YouTube Analytics API’ in.',
      'Kies in ‘OAuth-toestemmingsscherm’ het type ‘Extern’, geef de naam van je installatie en een contactadres op, en voeg de machtigingen youtube.readonly en yt-analytics.readonly toe.',
      'Zet de app ‘In productie’. Zolang ze in ‘Testen’ staat, vervalt elke toegang na 7 dagen.',
      'Maak in ‘Inloggegevens’ een ‘OAuth-client-ID’ van het type ‘Webapplicatie’ en plak het retouradres dat Portée toont, zonder één teken te wijzigen.',
      'Kopieer de client-ID en het clientgeheim naar Portée.',
    ],
    settings: {},
  },
};
