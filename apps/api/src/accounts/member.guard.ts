import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may, type Right, scopeOfRight } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actAs } from '../operations/acting.js';
import { requestLanguage } from '../operations/request-language.js';
import { NEEDED_RIGHT, PUBLIC, usualRight } from './access.js';
import { AccountError } from './account-error.js';
import { ApiTokens } from './api-tokens.js';
import { AuthPort } from './auth-port.js';
import { type Caller, requestOf, type TokenHolder } from './caller.js';
import { Memberships } from './memberships.js';

/** A name that no organisation can have is not even looked for. */
const addressed = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/).optional() });

/**
 * Stands before every route. Lets in who is signed in, by cookie or by token; where the address names an
 * organisation, only its members, with the right that the route asks for. An organisation that is not the caller's
 * answers like one that does not exist.
 */
@Injectable()
export class MemberGuard implements CanActivate {
  constructor(
    private readonly auth: AuthPort,
    private readonly tokens: ApiTokens,
    private readonly memberships: Memberships,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const handlers = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, handlers)) return true;
    if (request.caller) return true; // named on a controller too: once is enough
    const caller = await this.callerOf(request);
    actAs(caller.kind === 'person' ? { kind: 'person', id: caller.person.id } : { kind: 'program', id: caller.token.tokenId });
    if (caller.kind === 'person') request.speaks = caller.person.language;
    const address = addressed.safeParse(request.params);
    if (!address.success) throw new AccountError('organisation-not-found');
    const { slug } = address.data;
    if (slug !== undefined) {
      const organisation = await this.memberships.enter(slug, caller);
      const right = this.reflector.getAllAndOverride<Right | undefined>(NEEDED_RIGHT, handlers) ?? usualRight(request.method);
      if (!may(organisation.role, right)) throw new AccountError('role-too-low');
      if (caller.kind === 'token') checkScope(caller.token, right);
      request.organisation = { ...organisation, language: requestLanguage(request) };
    }
    request.caller = caller;
    return true;
  }

  private async callerOf(request: FastifyRequest): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = await this.tokens.authenticate(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
      if (!token) throw new AccountError('not-signed-in');
      return { kind: 'token', token };
    }
    const person = await this.auth.personOf(request.headers);
    if (!person) throw new AccountError('not-signed-in');
    return { kind: 'person', person };
  }
}

/** What its role lets it do is not yet what it was made for. @throws AccountError person-required, scope-too-small */
function checkScope({ scopes }: TokenHolder, right: Right): void {
  const scope = scopeOfRight[right];
  if (scope === null) throw new AccountError('person-required');
  if (scopes !== null && !scopes.includes(scope)) throw new AccountError('scope-too-small', { scope, right });
}
