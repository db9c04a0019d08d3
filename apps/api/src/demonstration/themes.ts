import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Theme } from '../posts/theme.entity.js';

/** What the centre's team looks at by theme. The first three are told by its files too; the others are found by their words alone. */
const demonstrationThemes: readonly { name: string; words: readonly string[] }[] = [
  { name: 'Ateliers', words: ['atelier', '#ateliers'] },
  { name: 'Bibliothèque', words: ['bibliothèque', '#UnLivreUnSoir'] },
  { name: 'Jeune public', words: ['#jeunepublic', 'dès 3 ans', 'dès 6 mois'] },
  { name: 'Dernières places', words: ['il reste', 'affiche complet', 'liste d’attente'] },
  { name: 'Bénévoles', words: ['bénévole', 'bénévoles'] },
];

/** Before the posts are written: these then have them by themselves. */
export async function createThemes(manager: EntityManager, organisationId: string): Promise<void> {
  await manager.insert(Theme, demonstrationThemes.map(({ name, words }) => ({ organisationId, id: newId(), name, words: [...words] })));
}
