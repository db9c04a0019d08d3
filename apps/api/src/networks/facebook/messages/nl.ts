import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: NetworkSentences = {
  name: 'Facebook',
  whereFollowers: 'In Meta Business Suite, ‘Statistieken’, ‘Doelgroep’: het aantal volgers van de pagina.',
  howToExport: 'Open in Meta Business Suite ‘Statistieken’ en dan ‘Content’, kies de periode, dan ‘Gegevens exporteren’ en CSV. Importeer het bestand zoals het is, zonder het in een rekenblad te openen.',
  limits: 'Facebook zegt hoeveel mensen een bericht zagen, volgers of niet. Sinds 15 juni 2026 onderscheidt alleen het geëxporteerde bestand nog wie met en wie zonder reclame bereikt werd; verbonden onderscheidt Facebook de weergaven, niet de mensen. Het toont niets onder 100 vind-ik-leuks, en de dag van Facebook loopt bij ons van 9 tot 9 uur. Groepen hebben geen cijfers om te exporteren: voer die met de hand in.',
  connect: {
    steps: [
      'Je hebt een Facebook-account nodig met volledig beheer over de pagina, of minstens toegang tot de statistieken. Heb je die niet, vraag ze dan aan wie de pagina beheert.',
      'Wie Portée host, moet je een rol op de Meta-app gegeven hebben. Aanvaard de uitnodiging: ze staat bij de meldingen op developers.facebook.com.',
      'Kies ‘Verbinden’: Facebook opent en vraagt je akkoord. Vink de pagina van het centrum aan, anders ziet Portée ze niet, en laat alle machtigingen aangevinkt.',
      'Kies, terug in Portée, de pagina, of meerdere. Portée leest cijfers en jullie berichten: er wordt niets gepubliceerd, en privéberichten en namen van mensen worden niet gelezen.',
      'Staat er geen pagina in de lijst? Behoort ze tot een bedrijfsportfolio, laat de pagina daar dan aan jou toewijzen en begin opnieuw.',
      'Facebook vraagt om dit akkoord ongeveer om de 90 dagen te vernieuwen: Portée verwittigt je twee weken vooraf. Volg deze stappen dan opnieuw; de geschiedenis blijft.',
    ],
    applicationSteps: [
      'Eén Meta-app volstaat voor de hele installatie. Registreer je op developers.facebook.com (er wordt een telefoonnummer gevraagd) en maak een app met de use case om alles op je pagina te beheren.',
      'Voeg in die use case de machtigingen pages_show_list, pages_read_engagement, read_insights en pages_read_user_content toe.',
      'Voeg bij Facebook Login, Instellingen, het adres dat Portée hier toont toe aan de geldige OAuth-redirect-URI’s, teken voor teken.',
      'Publiceer de app niet en vraag geen beoordeling: in ontwikkelmodus leest ze al de pagina’s van wie er een rol op heeft.',
      'Voeg bij de app-rollen elke collega toe die een pagina zal verbinden (de rol tester volstaat). Ieder moet de uitnodiging aanvaarden.',
      'Kopieer bij de basisinstellingen van de app de app-id en het app-geheim, en plak ze hier.',
      'Eens per jaar vraagt Meta te bevestigen hoe de app gegevens gebruikt: antwoord, anders wordt ze beperkt.',
    ],
    settings: {},
  },
};
