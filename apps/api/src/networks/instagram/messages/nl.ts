import type { NetworkSentences } from '../../core/network-messages.js';

export const nl: NetworkSentences = {
  name: 'Instagram',
  whereFollowers: 'Op het profiel van het account, het aantal volgers.',
  howToExport: 'Open in Meta Business Suite ‘Statistieken’ en dan ‘Content’, kies Instagram en de periode, dan ‘Gegevens exporteren’ en CSV. Importeer het bestand zoals het is, zonder het in een rekenblad te openen.',
  limits: 'Instagram zegt hoeveel accounts een bericht zagen, maar niet welke daarvan jullie volgen, en ook niet of het gesponsord was. Verbonden zegt het ook hoeveel volgers het account in 28 dagen bereikte, en worden de stories gelezen voor ze verdwijnen. Het bereik van berichten van voor september 2024 is niet betrouwbaar.',
  connect: {
    steps: [
      'Het account moet professioneel zijn (Bedrijf of Creator). Dat is gratis en omkeerbaar: in de Instagram-app, ‘Instellingen’, ‘Accounttype en tools’.',
      'Er zijn twee wegen. Is er een Facebook-pagina aan het account gekoppeld, ga dan langs die pagina: één akkoord dient voor beide. Meld je anders rechtstreeks met Instagram aan.',
      'Langs de pagina: koppel het account eerst aan de pagina in Meta Business Suite, kies dan ‘Verbinden’, en vink de pagina en het account aan die Facebook voorstelt.',
      'Rechtstreeks: wie Portée host, voegt jullie account als Instagram-tester toe aan de Meta-app. Aanvaard de uitnodiging in Instagram (‘Websitemachtigingen’) en kies dan ‘Verbinden’.',
      'Kies, terug in Portée, het account. Portée leest cijfers en jullie berichten: er wordt niets gepubliceerd, en privéberichten en namen van mensen worden niet gelezen.',
      'Langs de pagina vraagt Facebook het akkoord ongeveer om de 90 dagen te vernieuwen, en Portée verwittigt je. Rechtstreeks vernieuwt de toegang zichzelf.',
    ],
    applicationSteps: [
      'Langs een Facebook-pagina dient de Meta-app van Facebook: voeg er de machtigingen instagram_basic en instagram_manage_insights aan toe. Verder valt hier niets te registreren.',
      'Voeg voor accounts zonder pagina het product Instagram aan dezelfde app toe, en daarna ‘API-instelling met Instagram-login’.',
      'Voeg het redirect-adres dat Portée hier toont toe, teken voor teken, en de machtigingen instagram_business_basic en instagram_business_manage_insights.',
      'Voeg elk account als Instagram-tester toe bij de rollen van de app. Publiceer de app niet.',
      'Kopieer de Instagram-app-id en het Instagram-app-geheim: ze verschillen van die van de Meta-app. Plak ze hier.',
    ],
    settings: {
      facebook: { label: 'Langs de Facebook-pagina', hint: 'Het account is aan jullie pagina gekoppeld: aanbevolen als jullie ook Facebook verbinden.' },
      instagram: { label: 'Rechtstreeks met Instagram', hint: 'Het account heeft geen Facebook-pagina.' },
    },
  },
};
