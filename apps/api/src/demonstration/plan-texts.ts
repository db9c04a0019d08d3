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
