/** Signing in. */
export const account = {
  'signIn.title': 'Se connecter',
  'signIn.email': 'Adresse électronique',
  'signIn.password': 'Mot de passe',
  'signIn.act': 'Se connecter',
  'signIn.forgotten': 'Mot de passe oublié ?',
  'signIn.code.title': 'Il manque le code',
  'signIn.code': 'Code',
  'signIn.code.hint': 'Les six chiffres que montre votre application d’authentification.',
  'signIn.recovery': 'Code de secours',
  'signIn.recovery.hint': 'Un de ceux que vous avez notés. Il ne servira qu’une fois.',
  'signIn.useRecovery': 'Je n’ai pas mon téléphone',
  'signIn.useCode': 'J’ai mon téléphone',
  'signIn.again': 'Recommencer',
  'signIn.fromNetwork': 'Votre session a pris fin pendant que vous étiez chez le réseau. Rien n’a changé chez vous. Connectez-vous à Portée : vous pourrez recommencer.',
  'signIn.directory': 'Se connecter avec {directory}',
};
