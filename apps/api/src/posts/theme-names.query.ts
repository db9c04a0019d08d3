import type { EntityManager } from 'typeorm';
import { ThemeError } from './theme-error.js';

/** A theme and what it is to be called. */
export interface NamedThemeRow {
  organisationId: string;
  id: string;
  name: string;
}

/** Makes sure that a name is free; whichever theme bore it earlier gives it up, with the posts whose file tells of it. @throws ThemeError theme-name-taken */
export async function claimThemeName(manager: EntityManager, { organisationId, id, name }: NamedThemeRow): Promise<void> {
  const [taken] = await manager.query<{ name: string }[]>('SELECT name FROM theme WHERE organisation_id = $1 AND id <> $2 AND lower(name) = lower($3)', [organisationId, id, name]);
  if (taken) throw new ThemeError('theme-name-taken', { name: taken.name });
  await manager.query('UPDATE theme SET earlier_names = array_remove(earlier_names, lower($2)) WHERE organisation_id = $1 AND lower($2) = ANY (earlier_names)', [organisationId, name]);
}

/** Gives a theme another name and remembers the one it had. @throws ThemeError theme-name-taken */
export async function renameTheme(manager: EntityManager, theme: NamedThemeRow): Promise<void> {
  await claimThemeName(manager, theme);
  await manager.query(
    `UPDATE theme SET name = $3, earlier_names = CASE WHEN lower(name) = lower($3) THEN earlier_names ELSE array_append(earlier_names, lower(name)) END
     WHERE organisation_id = $1 AND id = $2`,
    [theme.organisationId, theme.id, theme.name],
  );
}
