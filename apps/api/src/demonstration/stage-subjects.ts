import type { Subject } from './subject.js';

/** What happens on the stage, on the screen and on the walls of Clairsonge. Titles and companies are invented. */
export const stageSubjects: readonly Subject[] = [
  {
    theme: 'concert', authorRole: 'programmation', weight: 16,
    titles: ['Les Cerfs-volants', 'Quatuor Brindille', 'La Fanfare du Verger', 'Minuit sur le canal', 'Trio Sept Lieues', 'Les Sœurs Tournesol', 'Chœur des Quatre-Vents', 'Nuage de cuivre'],
    texts: [
      '{title} en concert {day} à {hour}, dans la salle des Tilleuls. Il reste des places, mais plus beaucoup !',
      'Une voix, deux guitares, beaucoup de silence entre les notes : {title}, {day} à {hour}.',
      'On pousse les chaises : {title}, cela se vit debout. {day}, ouverture des portes une demi-heure avant.',
      'Vous ne connaissez pas encore {title} ? Trente secondes suffisent pour avoir envie de venir {day}.',
      'Balances terminées, il fait chaud dans la salle et tout est prêt pour {title}. À tout à l’heure !',
      'Merci pour cette soirée ! trois rappels pour {title}, et vous en demandiez encore.',
      'Prix libre et conscient pour {title} : chacun donne ce qu’il peut, personne ne reste dehors. {day}, {hour}.',
      'Première partie confirmée pour {title} : l’atelier chanson du mercredi monte sur scène {day}.',
    ],
    hashtags: ['concert', 'musiquevivante', 'Clairsonge'],
  },
  {
    theme: 'théâtre', authorRole: 'programmation', weight: 12,
    titles: ['La Dame à la brouette', 'Le Dernier Tram', 'Trois minutes avant la pluie', 'L’Inventaire des voisins', 'Ce que disent les murs', 'Grand-mère a volé un train'],
    texts: [
      '« {title} », {day} à {hour}. Une comédie qui pique, par une compagnie que nous suivons depuis ses débuts.',
      'Après « {title} », on reste au foyer : rencontre avec l’équipe artistique, une soupe et du pain.',
      'Première lecture à table de « {title} » : ils sont en résidence chez nous jusqu’à vendredi.',
      'Complet ! « {title} » se jouera une fois de plus, {day} à {hour}. Réservez vite.',
      'Deux chaises, une lampe et une heure dix de bonheur : « {title} » vous attend {day}.',
      'Représentation scolaire de « {title} » ce matin : deux cents élèves, un silence impressionnant.',
      'Une séance de « {title} » sera interprétée en langue des signes, {day} à {hour}.',
    ],
    hashtags: ['théâtre', 'artsdelascène', 'Clairsonge'],
  },
  {
    theme: 'exposition', authorRole: 'programmation', weight: 10,
    titles: ['Mains au travail', 'Le quartier vu d’en bas', 'Papiers froissés', 'Cent portes du village', 'Lumières basses', 'Archives d’une usine'],
    texts: [
      'Vernissage de « {title} » {day} à {hour}. Le verre est offert, l’entrée aussi.',
      'Plus que quelques jours pour voir « {title} ». Ouvert du mercredi au dimanche, de 13 h à 18 h.',
      'Accrochage en cours : « {title} » arrive dans la galerie, et il faut trois personnes pour ce cadre-là.',
      'Visite guidée de « {title} » {day}, en une heure et en chaussures confortables.',
      'Vous avez reconnu la rue sur cette photo de « {title} » ? Dites-le-nous en commentaire.',
      'Les élèves de l’académie ont répondu à « {title} » avec leurs propres images. À voir dans le couloir.',
    ],
    hashtags: ['exposition', 'galerie', 'Clairsonge'],
  },
  {
    theme: 'cinéma', authorRole: 'programmation', weight: 8,
    titles: ['Le Chemin des glaneuses', 'Hiver en terrasse', 'Les Enfants du rail', 'Une ferme, mille vies', 'La Boîte à pluie'],
    texts: [
      'Ciné-club {day} à {hour} : « {title} », suivi d’un échange avec la salle.',
      'Un documentaire, un débat, un bar : « {title} », {day}. Entrée à 5 €, 1,25 € avec l’article 27.',
      'Le ciné-club a voté ! Vous avez choisi « {title} » : rendez-vous {day} à {hour}.',
      'Séance en matinée pour « {title} » : on vous attend {day}, café compris.',
      '« {title} » vous a remués hier soir. Les questions que vous avez posées sont sur notre site.',
    ],
    hashtags: ['cinéclub', 'documentaire', 'Clairsonge'],
  },
  {
    theme: 'festival', authorRole: 'coordination', weight: 12, months: [5, 6, 7, 8, 9],
    titles: ['Les Nuits du verger', 'La Fête de la musique', 'Un été sur la place', 'La Grande Tablée'],
    texts: [
      'Le programme de « {title} » est en ligne : dix-huit propositions, dont douze gratuites.',
      '« {title} » cherche quinze bénévoles pour le bar, l’accueil et le démontage. Ambiance garantie.',
      'Météo capricieuse : « {title} » se replie dans la salle des Tilleuls. Rien n’est annulé !',
      'Plus que trois jours avant « {title} ». Les guirlandes sont montées, les voisins prévenus.',
      '« {title} », c’était vous : plus de mille passages en deux jours. Merci, et à l’année prochaine.',
      'Comment venir à « {title} » sans voiture ? Le bus, le vélo, et une navette au retour {day}.',
    ],
    hashtags: ['festival', 'étéculturel', 'Clairsonge'],
  },
];
