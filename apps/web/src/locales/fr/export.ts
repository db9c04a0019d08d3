/** Everything the centre has, taken along. */
export const everything = {
  'export.title': 'Emporter vos données',
  'export.text': 'Tout ce que le centre possède, en une archive de tableaux (CSV) qui s’ouvrent partout, avec un mode d’emploi. Portée sait la relire, ici ou sur une autre machine.',
  'export.holds': 'Dedans : {channels, plural, =0 {aucun canal} one {# canal} other {# canaux}}, {posts, plural, =0 {aucune publication} one {# publication} other {# publications}}, {readings, plural, =0 {aucun relevé} one {# relevé} other {# relevés}} de leurs chiffres, et le plan, les expériences, les mois clos, le journal.',
  'export.without': 'Les noms et adresses de l’équipe y sont : gardez-la en lieu sûr. N’y sont jamais les mots de passe, les clés et les accès aux réseaux.',
  'export.go': 'Tout exporter (.zip)',
};
