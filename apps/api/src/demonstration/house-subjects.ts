import type { Subject } from './subject.js';

/** Workshops, children, books, neighbours and what goes on behind the scenes. */
export const houseSubjects: readonly Subject[] = [
  {
    theme: 'stages', authorRole: 'ateliers', weight: 10, months: [1, 2, 3, 4, 6, 7, 8, 10],
    titles: ['Cirque et équilibre', 'Petits reporters', 'Gravure sur bois', 'Théâtre d’ombres', 'Cuisine du potager', 'Film d’animation'],
    texts: [
      'Il reste deux places pour le stage « {title} » (8 à 12 ans). Inscriptions au secrétariat ou en ligne.',
      'Fin de stage « {title} » : les parents ont applaudi debout, les enfants ont salué quatre fois.',
      'Stage « {title} » pendant le congé : cinq jours, un goûter, zéro écran.',
      'Nous cherchons des cartons, des boutons et de vieux draps pour le stage « {title} ». Déposez-les à l’accueil !',
      'Les inscriptions aux stages ouvrent {day} à 9 h. « {title} » part toujours en premier.',
      'Un stage ne devrait pas coûter trop cher : parlez-nous-en, un fonds de solidarité existe pour « {title} » comme pour les autres.',
    ],
    hashtags: ['stages', 'vacances', 'Clairsonge'],
  },
  {
    theme: 'ateliers', authorRole: 'ateliers', weight: 10,
    titles: ['couture', 'aquarelle', 'écriture', 'céramique', 'chant pour toutes les voix', 'danse des aînés'],
    texts: [
      'L’atelier {title} reprend {day} à {hour}. Première séance d’essai gratuite.',
      'Pas besoin de savoir pour venir : l’atelier {title} accueille les débutants toute l’année.',
      'Ce qui sort du four, des pinceaux et des carnets : l’atelier {title} expose au foyer.',
      'Un jeudi ordinaire à l’atelier {title}. On rit beaucoup, on rate un peu, on recommence.',
      'L’atelier {title} affiche complet, mais une liste d’attente existe et elle avance vite.',
    ],
    hashtags: ['ateliers', 'créativité', 'Clairsonge'],
  },
  {
    theme: 'jeune public', authorRole: 'jeune public', weight: 12,
    titles: ['Le Loup qui tricotait', 'Petite Flaque', 'La Valise à histoires', 'Mon caillou et moi', 'Bulle de nuit'],
    texts: [
      'Sortie en famille : « {title} », dès 3 ans, {day} à 11 h. Crêpes après le spectacle.',
      '« {title} » affiche complet à 11 h ; une deuxième séance s’ouvre à 15 h 30.',
      'Trente enfants assis par terre, bouche ouverte : « {title} » ce matin, c’était ça.',
      'Dès 6 mois ! « {title} », sieste musicale et coussins partout, {day} à 10 h.',
      'Gagnez deux places pour « {title} » : dites-nous quel livre vous relisez chaque soir.',
      'Sortie d’école et spectacle : « {title} », ce vendredi à 16 h, goûter partagé.',
    ],
    hashtags: ['jeunepublic', 'enfamille', 'Clairsonge'],
  },
  {
    theme: 'bibliothèque', authorRole: 'bibliothèque', weight: 9,
    titles: ['la nuit de la lecture', 'le club des lecteurs du mardi', 'la grainothèque', 'le prix des jeunes lecteurs', 'l’heure du conte'],
    texts: [
      'À la bibliothèque, {title}, c’est {day} à {hour}. Entrée libre, thé et biscuits.',
      'Nouveautés en rayon : romans, bandes dessinées et un livre de cuisine déjà réservé six fois. Profitez de {title} pour les feuilleter.',
      'Horaire de vacances à la bibliothèque : ouverte le matin seulement, mais {title} continue.',
      'Dons de livres : nous les prenons en bon état, le samedi, pendant {title}.',
      'Le coup de cœur de l’équipe cette semaine : un premier roman qui se lit d’une traite. Parlons-en à {title}.',
      'Merci aux bénévoles qui font vivre {title} depuis quatre ans !',
    ],
    hashtags: ['bibliothèque', 'lecture', 'Clairsonge'],
  },
  {
    theme: 'coulisses', authorRole: 'accueil', weight: 10,
    titles: ['la régie', 'l’atelier décor', 'la billetterie', 'le bar du foyer', 'la cabine de projection'],
    texts: [
      'Dans les coulisses : {title}, une heure avant le lever de rideau.',
      'Qui fait quoi au centre culturel ? Aujourd’hui, on vous ouvre la porte de {title}.',
      'Petit matin, grand ménage : {title} retrouve ses couleurs avant la nouvelle saison.',
      'On recrute ! Un mi-temps pour {title}, à partir du mois prochain. L’offre complète est à l’accueil.',
      'Panne de chauffage réparée, tout le monde respire. Merci à {title} qui a tenu bon en écharpe.',
      'Nouveaux projecteurs, deux fois moins de courant : {title} a fait ses calculs.',
    ],
    hashtags: ['coulisses', 'équipe', 'Clairsonge'],
  },
  {
    theme: 'quartier', authorRole: 'coordination', weight: 9,
    titles: ['le repair café', 'la donnerie', 'la table de conversation en français', 'le potager partagé', 'le conseil des habitants'],
    texts: [
      '{day} à {hour} : {title} au foyer. Venez comme vous êtes.',
      'Une idée pour la place du village ? {title} vous écoute {day}.',
      'Bilan de {title} cette année : des gens, des idées et 214 objets sauvés de la poubelle.',
      'La commune et nous cherchons vos souvenirs du quartier pour {title} : photos, lettres, objets.',
      'Pas de voiture ? Le covoiturage solidaire vous amène à {title} : appelez l’accueil la veille.',
      'Fermé lundi pour cause de jour férié. {title} vous retrouve la semaine suivante.',
    ],
    hashtags: ['quartier', 'citoyenneté', 'Clairsonge'],
  },
  {
    theme: 'fêtes d’hiver', authorRole: 'coordination', weight: 22, months: [11, 12],
    titles: ['le marché de Noël des créateurs', 'le sapin à histoires', 'la veillée aux lanternes', 'le concert d’hiver'],
    texts: [
      'Quarante exposants, du vin chaud et pas une guirlande en plastique : {title}, c’est {day}.',
      'Appel aux artisans : il reste trois chalets pour {title}. Inscriptions jusqu’à vendredi.',
      'On a sorti les lanternes du grenier : {title} se prépare, et tout le monde peut aider.',
      '{title} en famille, {day} à {hour}. Prévoyez des bottes et une tasse.',
      'Une idée de cadeau ? Deux places pour un spectacle : en vente à l’accueil et pendant {title}.',
      'L’accueil sera fermé du 24 décembre au 4 janvier. D’ici là, on se retrouve pour {title} !',
    ],
    hashtags: ['Noël', 'marchédeNoël', 'Clairsonge'],
  },
];

/** What asks people to pass it on. */
export const sharingCalls = [
  'Partagez autour de vous !', 'Faites tourner à vos voisins.', 'Taguez une amie qui devrait venir.', 'Un partage nous aide beaucoup : merci !', 'Faites passer le mot.',
] as const;

/** The weekly appointment of the library, Wednesdays at half past six in the evening. */
export const weeklyBooks = [
  'un polar sous la neige', 'les mémoires d’une couturière', 'une saga de marins', 'un roman sans une seule virgule', 'des nouvelles pour le bus',
  'une enquête sur le pain', 'la vie d’un arbre en bande dessinée', 'un journal de voyage à vélo', 'une correspondance oubliée', 'des poèmes pour l’hiver',
  'le roman d’une cité ouvrière', 'un manuel pour rater ses semis', 'trois générations dans une cuisine', 'un conte pour adultes fatigués',
] as const;
