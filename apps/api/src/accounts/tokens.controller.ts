import { Body, Controller, Delete, Get, Inject, Param, Post } from '@nestjs/common';
import { type ApiTokenView, apiToken, type CreateApiToken, createApiToken, leastRoleOf, type NewApiToken, newApiToken, uuid } from '@portee/shared';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { Needs } from './access.js';
import { ApiTokens, type KnownToken } from './api-tokens.js';
import { CurrentOrganisation, type OrganisationContext } from './caller.js';

const DAY_MS = 24 * 3600 * 1000;

/** Keys for programs. People alone make them: a key can make no other. */
@Controller('organisations/:slug/tokens')
@Needs('manageTokens')
export class TokensController {
  constructor(
    private readonly tokens: ApiTokens,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that were not revoked, newest first. */
  @Get()
  @Answers(apiToken.array())
  async list(@CurrentOrganisation() { id }: OrganisationContext): Promise<ApiTokenView[]> {
    return (await this.tokens.list(id)).map(toView);
  }

  /** Make a key. It is told once. */
  @Post()
  @Answers(newApiToken, { status: 201 })
  async create(@CurrentOrganisation() { id }: OrganisationContext, @Body({ schema: createApiToken }) { name, scopes, expiresInDays }: CreateApiToken): Promise<NewApiToken> {
    const expiresAt = new Date(this.clock().getTime() + expiresInDays * DAY_MS);
    const { token, known } = await this.tokens.create(id, { name, scopes: [...new Set(scopes)], role: leastRoleOf(scopes), expiresAt });
    return { ...toView(known), token };
  }

  /** Revoke a key: from now on it opens nothing. */
  @Delete(':tokenId')
  @AnswersNothing()
  revoke(@CurrentOrganisation() { id }: OrganisationContext, @Param('tokenId', { schema: uuid }) tokenId: string): Promise<void> {
    return this.tokens.revoke(id, tokenId);
  }
}

function toView({ maker, createdAt, expiresAt, lastUsedAt, ...rest }: KnownToken): ApiTokenView {
  return { ...rest, createdBy: maker, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null };
}
