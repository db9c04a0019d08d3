/** Centres of one installation beside each other. */
export const comparison = {
  'comparison.title': 'Comparaison entre centres',
  'comparison.text': 'Les centres de cette installation qui le veulent bien se comparent sans se nommer. Le vôtre n’y est pas tant que vous ne l’avez pas accepté.',
  'comparison.gives': 'Vous donnez, chaque mois et pour chaque réseau : le nombre de personnes qu’une publication typique touche pour 100 abonnés. Rien d’autre : ni nom, ni publication, ni nombre d’abonnés.',
  'comparison.receives': 'Vous recevez, dans le rapport d’un mois passé : la valeur du milieu des centres, les deux valeurs entre lesquelles se trouve la moitié d’entre eux, et combien ils sont. Elles ne se montrent que si cinq autres centres au moins y sont.',
  'comparison.stays': 'Chaque mois se calcule une seule fois, puis ne change plus. Si vous vous retirez, votre centre ne donne plus rien ; les mois déjà calculés restent, sans nom.',
  'comparison.agree': 'Participer à la comparaison',
  'comparison.agreed': 'Votre centre participe.',
  'comparison.notAgreed': 'Votre centre ne participe pas.',
  'comparison.leave': 'Ne plus participer',
  'comparison.joined': 'Votre centre participe à partir du prochain calcul.',
  'comparison.left': 'Votre centre ne participe plus.',
  'comparison.sentence': 'Sur {network}, une publication typique touche chez vous {own, number} personnes pour 100 abonnés ; sur {centres, number} centres, le vôtre compris, la valeur du milieu est {middle, number}, et la moitié des centres se trouve entre {low, number} et {high, number}.',
  'comparison.explained': 'Ce sont les centres de cette installation qui l’ont accepté, sans leur nom, avec au moins cinq publications non sponsorisées, ou dont on ne sait pas si elles le sont, ce mois-là. Calculé une seule fois. Les centres n’ont ni la même taille ni le même public : ce n’est pas un classement.',
};
