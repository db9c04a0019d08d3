import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Locale, Role, TokenScope } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { AccountError } from './account-error.js';
import type { Person } from './auth-port.js';

/** A program of one organisation, known by its token. */
export interface TokenHolder {
  tokenId: string;
  organisationId: string;
  role: Role;
  /** Null: all that its role may. */
  scopes: TokenScope[] | null;
}

/** Who is behind a request. */
export type Caller = { kind: 'person'; person: Person } | { kind: 'token'; token: TokenHolder };

/** The organisation in the address, with what the caller may do there. */
export interface OrganisationContext {
  id: string;
  slug: string;
  role: Role;
  timeZone: string;
  /** Null: a program asks. */
  personId: string | null;
  /** Null: a person asks. */
  tokenId: string | null;
  /** The person's own, or what the program asked for. */
  language: Locale;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by MemberGuard. */
    caller?: Caller;
    /** Language of the person who asks, set by MemberGuard before it lets them in or refuses. */
    speaks?: Locale;
    /** Set by MemberGuard, where the address names an organisation. */
    organisation?: OrganisationContext;
  }
}

/** The organisation in the address, once MemberGuard has let the caller in. */
export const CurrentOrganisation = createParamDecorator((_: unknown, context: ExecutionContext): OrganisationContext => {
  const { organisation } = requestOf(context);
  if (!organisation) throw new AccountError('not-signed-in');
  return organisation;
});

/** The person who asks. @throws AccountError person-required  for a program */
export const CurrentPerson = createParamDecorator(readPerson);

/** What `CurrentPerson` does; by it the OpenAPI document knows where a person is asked for. */
export function readPerson(_: unknown, context: ExecutionContext): Person {
  const { caller } = requestOf(context);
  if (!caller) throw new AccountError('not-signed-in');
  if (caller.kind === 'token') throw new AccountError('person-required');
  return caller.person;
}

export function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}
