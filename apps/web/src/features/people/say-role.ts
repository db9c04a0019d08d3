import { type Role, roles } from '@portee/shared';
import type { Translation } from '../../locales/translation.js';

/** Roles to choose from, the strongest first. */
export function roleChoices(t: Translation['t']): { value: Role; label: string }[] {
  return roles.map((value) => ({ value, label: t(`role.${value}`) }));
}

/** A role as a form gives it. */
export function readRole(given: FormDataEntryValue | null): Role {
  return roles.find((known) => known === given) ?? 'reader';
}
