import type { Sentences } from '../speak.js';

/** Why the API refuses, by stable reason: what happened and what to do, as ICU messages. */
const fr = {
  // Accounts
  'not-signed-in': 'Connectez-vous pour continuer.',
  'wrong-credentials': 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez-les, puis réessayez.',
  'foreign-origin': 'Cette demande vient d’une autre page que Portée. Rechargez Portée et recommencez.',
  'role-too-low': 'Votre rôle dans cette organisation ne permet pas cette action. Demandez à un responsable de l’organisation.',
  'too-many-tries': 'Trop d’essais de suite. Attendez {seconds, plural, one {# seconde} other {# secondes}}, puis réessayez.',
  'first-account-exists': 'Un premier compte existe déjà. Connectez-vous, ou demandez un accès à la personne qui gère Portée chez vous.',
  'setup-code-wrong': 'Ce code n’est pas le bon. Recopiez celui qui s’affiche dans le terminal où Portée a démarré.',
  'email-taken': 'Cette adresse e-mail a déjà un compte.',
  'slug-taken': 'Une organisation porte déjà le nom d’adresse « {slug} ». Choisissez-en un autre.',
  'organisation-not-found': 'Cette organisation n’existe pas, ou vous n’y avez pas accès.',
  'token-not-found': 'Cette clé d’accès n’existe pas, ou n’existe plus.',
  'person-required': 'Une clé d’accès ne peut pas faire cela : connectez-vous avec votre compte.',
  // Channels
  'channel-not-found': 'Ce canal n’existe pas, ou n’existe plus.',
  'unknown-network': 'Portée ne connaît pas le réseau « {network} ».',
  'parent-not-found': 'Le canal auquel vous rattachez celui-ci n’existe pas.',
  'parent-circle': 'Un canal ne peut pas dépendre de lui-même, même en passant par d’autres.',
  'external-id-taken': 'Un de vos canaux porte déjà cet identifiant sur ce réseau.',
  'day-in-future': 'Le {day} n’est pas encore passé : un chiffre se note une fois qu’on l’a lu.',
  'unpaid-period-not-found': 'Cette période n’existe pas, ou n’existe plus.',
  'channel-not-connected': 'Ce canal n’est pas relié à son réseau pour l’instant. Reconnectez-le depuis sa page.',
  'channel-limited': 'Le réseau demande de patienter. Portée reprendra d’elle-même ; rien n’est perdu.',
  // Posts and figures
  'post-not-found': 'Cette publication n’existe pas, ou n’existe plus.',
  'cursor-unreadable': 'La suite de cette liste ne se retrouve pas. Recommencez depuis le début.',
  // Imports
  'import-not-found': 'Cet import n’existe pas, ou n’existe plus.',
  'file-missing': 'Aucun fichier n’est arrivé. Choisissez un fichier, puis renvoyez-le.',
  'file-too-large': 'Ce fichier est trop lourd : la limite est de {limit, number} Mo. Découpez-le, par exemple par année.',
  'upload-cut': 'L’envoi s’est interrompu avant la fin. Rien n’a été gardé : renvoyez le fichier.',
  'field-unreadable': 'Le champ « {field} » de l’envoi ne se comprend pas. Corrigez-le, puis renvoyez le fichier.',
  'observed-in-future': 'La date de téléchargement du fichier est dans le futur. Corrigez-la.',
  'import-not-waiting-for-this': 'Cet import n’attend pas cette réponse. Rechargez la page pour voir où il en est.',
  'import-not-applied': 'Seul un import appliqué peut être annulé.',
  'undo-newer-first': 'Un import plus récent s’appuie sur celui-ci. Annulez d’abord le plus récent.',
  // Any door
  'invalid-input': 'Une partie de ce qui a été envoyé ne convient pas. Corrigez ce qui est indiqué.',
  'text-unreadable': 'Un des textes envoyés contient un signe invisible que Portée ne peut pas garder. Effacez ce texte et tapez-le à nouveau, sans le coller.',
  'body-too-large': 'La demande est trop lourde pour cette adresse.',
  'unsupported-media-type': 'Ce type de contenu n’est pas accepté ici.',
  'not-found': 'Il n’y a rien à cette adresse.',
  'bad-request': 'La demande est arrivée abîmée, ou ne se comprend pas. Rechargez la page et recommencez.',
  'unavailable': 'Portée n’est pas prête. Réessayez dans un instant.',
  'unexpected': 'Quelque chose s’est mal passé chez nous. Réessayez ; si cela continue, donnez le numéro {request} à la personne qui gère Portée.',
};

/** Every reason for which the API refuses. Another one needs its sentence here and its status in the API's `problem-status.ts`. */
export type ProblemReason = keyof typeof fr;

const en: Record<ProblemReason, string> = {
  'not-signed-in': 'Sign in to go on.',
  'wrong-credentials': 'This address and this password do not go together. Check them and try again.',
  'foreign-origin': 'This request comes from another page than Portée. Reload Portée and start again.',
  'role-too-low': 'Your role in this organisation does not allow this. Ask somebody who manages the organisation.',
  'too-many-tries': 'Too many tries in a row. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  'first-account-exists': 'A first account exists already. Sign in, or ask the person who runs Portée at your place.',
  'setup-code-wrong': 'This is not the code. Copy the one shown in the terminal in which Portée started.',
  'email-taken': 'This e-mail address has an account already.',
  'slug-taken': 'An organisation already uses "{slug}" in its address. Choose another.',
  'organisation-not-found': 'This organisation does not exist, or you have no access to it.',
  'token-not-found': 'This access key does not exist, or no longer does.',
  'person-required': 'An access key cannot do this: sign in with your account.',
  'channel-not-found': 'This channel does not exist, or no longer does.',
  'unknown-network': 'Portée does not know the network "{network}".',
  'parent-not-found': 'The channel you want to put this one under does not exist.',
  'parent-circle': 'A channel cannot belong to itself, not even by way of others.',
  'external-id-taken': 'One of your channels already has this identifier on this network.',
  'day-in-future': '{day} is still to come: a figure is entered once it has been read.',
  'unpaid-period-not-found': 'This period does not exist, or no longer does.',
  'channel-not-connected': 'This channel is not connected to its network for now. Reconnect it from its page.',
  'channel-limited': 'The network asks for patience. Portée will go on by itself; nothing is lost.',
  'post-not-found': 'This post does not exist, or no longer does.',
  'cursor-unreadable': 'The rest of this list cannot be found. Start from the beginning.',
  'import-not-found': 'This import does not exist, or no longer does.',
  'file-missing': 'No file arrived. Choose a file and send it again.',
  'file-too-large': 'This file is too large: the limit is {limit, number} MB. Split it, for example by year.',
  'upload-cut': 'The upload stopped before its end. Nothing was kept: send the file again.',
  'field-unreadable': 'The field "{field}" of the upload cannot be understood. Correct it and send the file again.',
  'observed-in-future': 'The day this file was downloaded is in the future. Correct it.',
  'import-not-waiting-for-this': 'This import does not wait for that answer. Reload the page to see where it stands.',
  'import-not-applied': 'Only an applied import can be undone.',
  'undo-newer-first': 'A newer import rests on this one. Undo the newer one first.',
  'invalid-input': 'Part of what was sent will not do. Correct what is pointed out.',
  'text-unreadable': 'One of the texts sent holds an invisible character that Portée cannot keep. Delete that text and type it again instead of pasting it.',
  'body-too-large': 'The request is too large for this address.',
  'unsupported-media-type': 'This type of content is not accepted here.',
  'not-found': 'There is nothing at this address.',
  'bad-request': 'The request arrived damaged, or cannot be understood. Reload the page and start again.',
  'unavailable': 'Portée is not ready. Try again in a moment.',
  'unexpected': 'Something went wrong on our side. Try again; if it goes on, give the number {request} to the person who runs Portée.',
};

/** Dutch follows: what is missing falls back on English, sentence by sentence. */
const nl: Partial<Record<ProblemReason, string>> = {};

export const problemSentences: Sentences<ProblemReason> = { fr, en, nl };
