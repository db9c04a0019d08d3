import type { NetworkSentences } from '../../core/network-messages.js';

/** What is missing here is shown in English. */
export const nl: Partial<NetworkSentences> = {
  name: 'YouTube',
  connect: {
    steps: [
      'Vraag de persoon van wie het Google-account eigenaar is van het kanaal om het te verbinden: een beheerder heeft geen toegang tot de statistieken.',
      'Kies op de pagina van Google die opent dat account en daarna het kanaal, als het account er meerdere heeft.',
      'Toont Google dat de app niet is geverifieerd, klik dan op “Geavanceerd” en op de link naar Portée: de app is die van uw eigen installatie.',
      'Laat beide machtigingen aangevinkt: uw YouTube-kanaal bekijken en de activiteitsrapporten bekijken. Zonder de tweede leest Portée weergaven, likes en reacties, maar geen deelacties, kijktijd of aandeel van advertenties.',
      'Unieke kijkers staan in geen van deze antwoorden: importeer af en toe het bestand van YouTube Studio.',
    ],
    applicationSteps: [
      'Maak op console.cloud.google.com een project aan (gratis). Eén project volstaat voor alle kanalen van de installatie.',
      'Schakel in “API’s en services”, “Bibliotheek”, “YouTube Data API v3” en “YouTube Analytics API” in.',
      'Kies in “OAuth-toestemmingsscherm” het type “Extern”, geef de naam van uw installatie en een contactadres op, en voeg de machtigingen youtube.readonly en yt-analytics.readonly toe.',
      'Zet de app “In productie”. Zolang ze in “Testen” staat, vervalt elke toegang na 7 dagen.',
      'Maak in “Inloggegevens” een “OAuth-client-ID” van het type “Webapplicatie” en plak het retouradres dat Portée toont, zonder één teken te wijzigen.',
      'Kopieer de client-ID en het clientgeheim naar Portée.',
    ],
    settings: {},
  },
};
