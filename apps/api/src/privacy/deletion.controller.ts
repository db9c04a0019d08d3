import { Body, Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  type ChannelDeletion, channelDeletion, type DeleteChannelQuery, deleteChannel, type DeleteOrganisation as DeleteOrganisationBody, deleteOrganisation,
  type OrganisationDeletion, organisationDeletion, type SelfProof, selfProof, uuid,
} from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../accounts/access.js';
import { AuthPort, type Person } from '../accounts/auth-port.js';
import { CurrentOrganisation, CurrentPerson, type OrganisationContext } from '../accounts/caller.js';
import { setCookies } from '../accounts/session.controller.js';
import { SignInTries } from '../accounts/sign-in-tries.js';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { QueueDiary } from '../operations/queue-diary.js';
import { DeleteChannel } from './delete-channel.service.js';
import { DeleteOrganisation } from './delete-organisation.service.js';
import { DeletePerson } from './delete-person.service.js';

const id = { schema: uuid };

/** Deleting for good: a channel, an organisation, one's own account. */
@Controller()
export class DeletionController {
  constructor(
    private readonly auth: AuthPort,
    private readonly channels: DeleteChannel,
    private readonly organisations: DeleteOrganisation,
    private readonly people: DeletePerson,
    private readonly diary: QueueDiary,
    private readonly tries: SignInTries,
  ) {}

  /** What would go with a channel. */
  @Get('organisations/:slug/channels/:channelId/deletion')
  @Needs('manageChannels')
  @Answers(channelDeletion)
  channel(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('channelId', id) channelId: string): Promise<ChannelDeletion> {
    return this.channels.amounts({ organisationId, channelId });
  }

  /** Delete a channel with its posts, their readings, and what was said of it. */
  @Delete('organisations/:slug/channels/:channelId')
  @Needs('manageChannels')
  @AnswersNothing()
  async deleteChannel(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @Param('channelId', id) channelId: string, @Query({ schema: deleteChannel }) { closedMonths }: DeleteChannelQuery): Promise<void> {
    await this.channels.run({ organisationId, channelId }, { fromClosedMonths: closedMonths === 'erase' });
    await this.diary.forget();
  }

  /** What would go with the organisation, and when it does. */
  @Get('organisations/:slug/deletion')
  @Needs('deleteOrganisation')
  @Answers(organisationDeletion)
  organisation(@CurrentOrganisation() { id: organisationId }: OrganisationContext): Promise<OrganisationDeletion> {
    return this.organisations.show(organisationId);
  }

  /** Delete the organisation: after fourteen days in which an owner may take it back, or at once. Its name is typed, and the password given again. */
  @Post('organisations/:slug/deletion')
  @Needs('deleteOrganisation')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async deleteOrganisation(@CurrentOrganisation() { id: organisationId }: OrganisationContext, @CurrentPerson() { email }: Person, @Req() request: FastifyRequest, @Body({ schema: deleteOrganisation }) { name, isNow, ...proof }: DeleteOrganisationBody): Promise<void> {
    await this.tries.during(email, request, () => this.auth.prove(request.headers, proof));
    await this.organisations.ask(organisationId, { name, isNow });
    if (isNow) await this.diary.forget();
  }

  /** Take the deletion back. */
  @Delete('organisations/:slug/deletion')
  @Needs('deleteOrganisation')
  @AnswersNothing()
  takeBack(@CurrentOrganisation() { id: organisationId }: OrganisationContext): Promise<void> {
    return this.organisations.takeBack(organisationId);
  }

  /** Delete one's own account, and one's name wherever it is. */
  @Post('session/person/deletion')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async deletePerson(@CurrentPerson() person: Person, @Req() request: FastifyRequest, @Body({ schema: selfProof }) proof: SelfProof, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.tries.during(person.email, request, () => this.auth.prove(request.headers, proof));
    await this.people.run(person);
    setCookies(reply, await this.auth.signOut(request.headers));
  }
}
