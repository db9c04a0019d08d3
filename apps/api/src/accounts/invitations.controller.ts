import { Body, Controller, Delete, Inject, Param, Post, Req } from '@nestjs/common';
import { type CreateInvitation, createInvitation, type NewInvitation, newInvitation, uuid } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { ownAddress } from '../operations/own-address.js';
import { Needs } from './access.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import type { Person } from './auth-port.js';
import { CurrentOrganisation, CurrentPerson, type OrganisationContext } from './caller.js';
import { type FreshInvitation, Invitations } from './invitations.service.js';
import { toInvitation } from './people-view.js';

const id = { schema: uuid };

/** Inviting people. Each link is told once. */
@Controller('organisations/:slug/invitations')
@Needs('managePeople')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: AccountSettings,
  ) {}

  /** Invite somebody, by their address or by a link for whoever has it. */
  @Post()
  @Answers(newInvitation, { status: 201 })
  async create(@CurrentOrganisation() organisation: OrganisationContext, @CurrentPerson() person: Person, @Body({ schema: createInvitation }) wanted: CreateInvitation, @Req() request: FastifyRequest): Promise<NewInvitation> {
    return this.told(await this.invitations.create(organisation.id, wanted, person), request);
  }

  /** Another link for an invitation; the earlier one opens nothing any more. */
  @Post(':invitationId/renew')
  @Answers(newInvitation)
  async renew(@CurrentOrganisation() organisation: OrganisationContext, @CurrentPerson() person: Person, @Param('invitationId', id) invitationId: string, @Req() request: FastifyRequest): Promise<NewInvitation> {
    return this.told(await this.invitations.renew(organisation.id, invitationId, person), request);
  }

  /** Take an invitation back. */
  @Delete(':invitationId')
  @AnswersNothing()
  takeBack(@CurrentOrganisation() organisation: OrganisationContext, @CurrentPerson() _: Person, @Param('invitationId', id) invitationId: string): Promise<void> {
    return this.invitations.takeBack(organisation.id, invitationId);
  }

  private told({ invitation, token }: FreshInvitation, request: FastifyRequest): NewInvitation {
    return { ...toInvitation(invitation), link: token === null ? null : invitationLink(token, this.settings.publicUrl, request) };
  }
}

/** The secret stands after the `#`: browsers send it to no server, so that no log and no page in between ever has it. */
export function invitationLink(token: string, publicUrl: string | null, request: FastifyRequest): string {
  return `${ownAddress(publicUrl, request)}/invitation#${token}`;
}
