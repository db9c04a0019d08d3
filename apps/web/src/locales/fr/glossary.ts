/** The page of words. */
export const glossary = {
  'glossary.text': 'Ce que chaque chiffre veut dire, comment il est fait, et ce qu’il ne peut pas dire. Un point d’interrogation, à côté d’un chiffre, mène ici.',
  'glossary.index': 'Tous les mots',
};
