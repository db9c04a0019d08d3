import type { Role } from '@portee/shared';
import { OrganisationsService } from '../../apps/api/src/accounts/organisations.service.js';
import { People } from '../../apps/api/src/accounts/people.js';
import type { TestPortee } from './portee.js';
import { Visitor } from './visitor.js';

/** Somebody of another role, signed in, in an organisation that stands. */
export async function memberOfRole(role: Exclude<Role, 'owner'>, { portee, slug }: { portee: TestPortee; slug: string }): Promise<Visitor> {
  const { app } = portee.running;
  const { id: organisationId } = await app.get(OrganisationsService, { strict: false }).bySlug(slug);
  const person = { name: role, email: `${role}@remise.example`, password: 'un mot de passe assez long', language: 'fr' } as const;
  await app.get(People, { strict: false }).create(person, { organisationId, role });
  const visitor = new Visitor(portee.url, { origin: portee.url });
  await visitor.json('POST', '/api/v1/session', { email: person.email, password: person.password });
  return visitor;
}
