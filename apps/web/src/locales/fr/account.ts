/** Signing in. */
export const account = {
  'signIn.title': 'Se connecter',
  'signIn.email': 'Adresse électronique',
  'signIn.password': 'Mot de passe',
  'signIn.act': 'Se connecter',
  'signIn.fromNetwork': 'Votre session a pris fin pendant que vous étiez chez le réseau. Rien n’a changé chez vous. Connectez-vous à Portée : vous pourrez recommencer.',
};
