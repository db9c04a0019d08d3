import type { NetworkSentences } from '../../core/network-messages.js';

/** What is missing here is shown in English. */
export const nl: Partial<NetworkSentences> = {
  name: 'Instagram',
  connect: {
    steps: [
      'Het account moet professioneel zijn (Bedrijf of Creator). Dat is gratis en omkeerbaar: in de Instagram-app, Instellingen, Accounttype en tools.',
      'Er zijn twee wegen. Is er een Facebook-pagina aan het account gekoppeld, ga dan langs die pagina: één akkoord dient voor beide. Meld u anders rechtstreeks met Instagram aan.',
      'Langs de pagina: koppel het account eerst aan de pagina in Meta Business Suite, kies dan Verbinden, en vink de pagina en het account aan die Facebook voorstelt.',
      'Rechtstreeks: wie Portée host, voegt uw account als Instagram-tester toe aan de Meta-app. Aanvaard de uitnodiging in Instagram (websitemachtigingen) en kies dan Verbinden.',
      'Terug in Portée kiest u het account. Portée leest cijfers en uw berichten: er wordt niets gepubliceerd, en privéberichten en namen van mensen worden niet gelezen.',
      'Langs de pagina vraagt Facebook het akkoord ongeveer om de 90 dagen te vernieuwen, en Portée verwittigt u. Rechtstreeks vernieuwt de toegang zichzelf.',
    ],
    applicationSteps: [
      'Langs een Facebook-pagina dient de Meta-app van Facebook: voeg er de machtigingen instagram_basic en instagram_manage_insights aan toe. Verder valt hier niets te registreren.',
      'Voor accounts zonder pagina voegt u het product Instagram aan dezelfde app toe, met API-instelling via Instagram-login.',
      'Voeg het redirect-adres dat Portée hier toont toe, teken voor teken, en de machtigingen instagram_business_basic en instagram_business_manage_insights.',
      'Voeg elk account als Instagram-tester toe bij de rollen van de app. Publiceer de app niet.',
      'Kopieer de Instagram-app-id en het Instagram-app-geheim: ze verschillen van die van de Meta-app. Plak ze hier.',
    ],
    settings: {
      facebook: { label: 'Langs de Facebook-pagina', hint: 'Het account is aan uw pagina gekoppeld: aanbevolen als u ook Facebook verbindt.' },
      instagram: { label: 'Rechtstreeks met Instagram', hint: 'Het account heeft geen Facebook-pagina.' },
    },
  },
};
