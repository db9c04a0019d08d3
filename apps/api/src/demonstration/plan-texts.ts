import type { WritePlanDocument } from '@portee/shared';
import type { DemonstrationNetwork } from './centre.js';

/** Decisions that the fictitious team took, by what the recommendation was about. */
export const decisionTexts = {
  evening: 'Les coulisses et les annonces de spectacle après 17 h',
  sharing: 'Finir une publication sur cinq par une invitation à partager',
  weekday: 'Personne n’est au bureau ce jour-là pour répondre aux commentaires.',
  format: 'Nous n’avons pas encore de quoi filmer : on en reparle quand le matériel est là.',
} as const;

/** What its team means to do whatever the figures say. */
export const ownLines = [
  { kind: 'rule', title: 'Répondre aux commentaires le jour même', role: 'accueil', network: null },
  { kind: 'push', title: 'Une ou deux sponsorisations par mois, pour un événement ou un film', role: 'coordination', network: 'facebook' },
] as const;

/** What is planned for the weeks to come: so many days from now. */
export const postsToCome: readonly { network: DemonstrationNetwork; inDays: number; time: string; title: string; format: 'photo' | 'video' | 'event' | 'link' | 'text' | 'album'; role: string }[] = [
  { network: 'facebook', inDays: 1, time: '18:30', title: 'Dernières places pour le concert de samedi', format: 'photo', role: 'billetterie' },
  { network: 'mastodon', inDays: 2, time: '12:15', title: 'Appel aux bénévoles de l’accueil', format: 'text', role: 'communication' },
  { network: 'facebook', inDays: 4, time: '17:30', title: 'Portrait d’une bénévole', format: 'photo', role: 'communication' },
  { network: 'youtube', inDays: 6, time: '18:00', title: 'Visite de l’atelier de gravure', format: 'video', role: 'communication' },
  { network: 'facebook', inDays: 8, time: '11:00', title: 'Ouverture des inscriptions aux stages', format: 'event', role: 'ateliers' },
  { network: 'facebook', inDays: 12, time: '18:30', title: 'Le programme du mois prochain', format: 'link', role: 'coordination' },
  { network: 'mastodon', inDays: 15, time: '12:15', title: 'Le programme du mois prochain', format: 'link', role: 'communication' },
];

/** Planned, and never published. */
export const missedPosts: readonly { network: DemonstrationNetwork; title: string; role: string }[] = [
  { network: 'facebook', title: 'Retour en images de l’assemblée générale', role: 'communication' },
  { network: 'mastodon', title: 'Merci aux bénévoles du festival', role: 'communication' },
];

/** The team's word on a month: what it did and means to do, never what the figures are. */
export const monthWords = {
  '07': 'Un mois d’été : la maison est à moitié fermée et nous publions moins, c’est voulu. Le rendez-vous du mercredi, lui, continue.',
  '08': 'Encore un mois calme. Nous avons préparé la rentrée : qui publie quoi, et qui note les heures.',
  others: [
    'Nous gardons le rendez-vous du mercredi, parce que la bibliothèque y tient. Les vidéos courtes sur Instagram se décideront d’après l’essai, pas d’après nos impressions.',
    'La billetterie et les ateliers publient désormais eux-mêmes. La coordination relit, et note les heures chaque mois.',
    'Faut-il publier le soir ? Nous n’étions pas d’accord. Sur Instagram, on le tirera au sort plutôt que d’en débattre encore.',
  ],
} as const;

/** What its team wrote of its communication plan. The rest of the plan is known from what it planned. */
export const documentTexts: Pick<WritePlanDocument, 'aims' | 'publics' | 'duties' | 'rules' | 'rhythm'> & { adoptedBy: string } = {
  aims: 'Que les habitants de Clairsonge et des villages voisins sachent à temps ce qui se passe chez eux.\n\nQue ceux qui viennent une fois reviennent : un rendez-vous qu’on attend vaut mieux que dix annonces.',
  publics: [
    { who: 'Les familles de Clairsonge et des villages voisins', where: 'Facebook, la lettre, les écoles' },
    { who: 'Les jeunes de 15 à 25 ans', where: 'Instagram, et ce qu’ils se repassent entre eux' },
    { who: 'Les habitués de la salle et de la bibliothèque', where: 'La lettre, l’accueil' },
    { who: 'Les associations et les artistes de la région', where: 'Mastodon, YouTube pour les captations' },
  ],
  duties: [
    { role: 'coordination', does: 'tient ce plan, prépare la revue du mois, relit ce qui sort de l’ordinaire' },
    { role: 'communication', does: 'publie, répond aux commentaires, note les heures de chaque mois' },
    { role: 'bibliothèque', does: 'écrit le rendez-vous du mercredi soir' },
    { role: 'billetterie', does: 'annonce les dernières places, la veille et l’avant-veille' },
    { role: 'ateliers', does: 'envoie deux photos après chaque stage, avec l’accord des parents' },
  ],
  rules: {
    tone: 'Nous parlons comme à l’accueil : des phrases courtes, le lieu et l’heure d’abord, pas de jargon de dossier.',
    answers: 'Une question reçoit sa réponse dans la journée ouvrable. Une critique aussi ; une insulte est masquée, et la coordination prévenue.',
    images: 'Aucun enfant reconnaissable sans l’accord écrit de ses parents. Une photo porte le nom de qui l’a prise, et une description pour qui ne la voit pas.',
    never: 'De prise de position pour un parti. De nom de quelqu’un qui n’a rien demandé. De concours où il faut partager pour gagner.',
  },
  rhythm: 'Le premier mardi du mois, une heure, toute l’équipe devant le même écran.',
  adoptedBy: 'conseil d’administration',
};
