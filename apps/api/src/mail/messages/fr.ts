/** What mails say. Who reads them may not know Portée: each begins with what happened and ends with what to do if it was not expected. */
export const fr = {
  'hello': 'Bonjour {name},',
  'copy': 'Le bouton ne répond pas ? Copiez cette adresse dans votre navigateur :',
  'foot': 'Portée, la mesure honnête de la portée de vos réseaux. Ce message est envoyé par un programme : personne ne lit les réponses.',

  'role.owner': 'Responsable',
  'role.coordinator': 'Coordination',
  'role.contributor': 'Contribution',
  'role.reader': 'Lecture',

  'invitation.subject': '{organisation} vous attend sur Portée',
  'invitation.text.by': '{inviter} vous invite à rejoindre {organisation} sur Portée, avec le rôle « {role} ».',
  'invitation.text': 'Vous êtes invité à rejoindre {organisation} sur Portée, avec le rôle « {role} ».',
  'invitation.what': 'Portée montre combien de personnes les publications de {organisation} touchent vraiment, et ce qu’on peut en apprendre.',
  'invitation.act': 'Accepter l’invitation',
  'invitation.note': 'Le lien est personnel : ne le transmettez pas. Il vaut jusqu’au {day}, et sert une seule fois. Si vous n’attendiez pas cette invitation, ne faites rien : aucun compte n’est créé.',

  'password-reset.subject': 'Choisir un nouveau mot de passe',
  'password-reset.text': 'Quelqu’un, vous sans doute, a demandé à choisir un nouveau mot de passe pour votre compte Portée.',
  'password-reset.act': 'Choisir un mot de passe',
  'password-reset.note': 'Le lien vaut {minutes, plural, one {# minute} other {# minutes}} et sert une seule fois. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.',

  'password-changed.subject': 'Votre mot de passe a changé',
  'password-changed.text': 'Le mot de passe de votre compte Portée vient d’être changé, et vos autres appareils ont été déconnectés.',
  'password-changed.act': 'Ce n’était pas moi',
  'password-changed.note': 'Si c’était vous, il n’y a rien à faire. Sinon, choisissez tout de suite un autre mot de passe.',

  'address-confirm.subject': 'Confirmer votre nouvelle adresse',
  'address-confirm.text': 'Vous avez demandé à utiliser cette adresse pour votre compte Portée. Confirmez-la pour qu’elle remplace l’ancienne.',
  'address-confirm.act': 'Confirmer cette adresse',
  'address-confirm.note': 'Le lien vaut {hours, plural, one {# heure} other {# heures}}. Si vous n’avez rien demandé, ne faites rien : rien ne change.',

  'address-changed.subject': 'L’adresse de votre compte a changé',
  'address-changed.text': 'Votre compte Portée répond désormais à l’adresse {address}, et plus à celle-ci.',
  'address-changed.note': 'Si ce n’était pas vous, prévenez sans attendre la personne qui gère Portée chez vous.',

  'channel-trouble.subject': '{channel} : Portée ne peut plus lire ce canal',
  'channel-trouble.text': 'Portée ne peut plus lire {channel} ({network}), de {organisation} : l’accès a pris fin, ou a été retiré.',
  'channel-trouble.what': 'Rien de ce qui a été lu n’est perdu. Les chiffres suivants manqueront tant que le canal n’est pas reconnecté, et certains réseaux ne les redonnent pas plus tard.',
  'channel-trouble.act': 'Reconnecter le canal',
  'channel-trouble.note': 'Portée écrit une fois par panne aux responsables et à la coordination. Vous pouvez ne plus recevoir ces avis : Réglages, Mon compte.',

  'report-ready.subject': 'Rapport à relire avant l’envoi : {month}',
  'report-ready.text': 'Le rapport de {organisation} ({month}) attend votre accord. Il partira alors {recipients, plural, one {à # destinataire} other {à # destinataires}}.',
  'report-ready.open': 'Le mois n’est pas encore clos : le rapport dit les chiffres d’aujourd’hui, et ils peuvent encore bouger.',
  'report-ready.act': 'Relire et envoyer',
  'report-ready.note': 'Sans votre accord, rien ne part.',

  'report.subject': '{organisation} : rapport, {month}',
  'report.text': 'Voici, en pièce jointe, le rapport de {organisation} : {month}.',
  'report.stop': 'Vous recevez ce rapport parce que {organisation} vous l’envoie chaque mois. Pour ne plus le recevoir :',

};
export type MailKey = keyof typeof fr;
