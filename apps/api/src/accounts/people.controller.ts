import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Put, Req } from '@nestjs/common';
import { may, type MyNotices, myNotices, type PasswordLink, passwordLink, type PeopleOfOrganisation, people, type UpdateMember, updateMember } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { ownAddress } from '../operations/own-address.js';
import { Needs } from './access.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import type { Person } from './auth-port.js';
import { CurrentOrganisation, CurrentPerson, type OrganisationContext } from './caller.js';
import { HelpedPassword } from './helped-password.service.js';
import { toInvitation, toMember } from './people-view.js';
import { Invitations } from './invitations.service.js';
import { Members } from './members.js';

const personId = { schema: z.string().min(1).max(100) };

/** Who belongs to an organisation, with which role. */
@Controller('organisations/:slug')
export class PeopleController {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly helped: HelpedPassword,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: AccountSettings,
  ) {}

  /** Everybody sees who is there; addresses and who is awaited are for who may manage people. */
  @Get('people')
  @Needs('readFigures')
  @Answers(people)
  async list(@CurrentOrganisation() { id, role, personId: you }: OrganisationContext): Promise<PeopleOfOrganisation> {
    const manages = may(role, 'managePeople');
    const members = (await this.members.list(id)).map((one) => toMember(one, { you, showsAddress: manages }));
    return { members, invitations: manages ? (await this.invitations.list(id)).map(toInvitation) : [] };
  }

  /** Give somebody another role. The last owner stays one. */
  @Patch('people/:personId')
  @Needs('managePeople')
  @AnswersNothing()
  changeRole(@CurrentOrganisation() { id }: OrganisationContext, @CurrentPerson() _: Person, @Param('personId', personId) who: string, @Body({ schema: updateMember }) { role }: UpdateMember): Promise<void> {
    return this.members.changeRole(id, who, role);
  }

  /** Take somebody's place away. Their account stays: they may belong elsewhere. */
  @Delete('people/:personId')
  @Needs('managePeople')
  @AnswersNothing()
  remove(@CurrentOrganisation() { id }: OrganisationContext, @CurrentPerson() _: Person, @Param('personId', personId) who: string): Promise<void> {
    return this.members.remove(id, who);
  }

  /** Help somebody who has forgotten their password: a mail to them, or without a mail server a link to hand over, for whoever belongs here alone. */
  @Post('people/:personId/password-link')
  @Needs('managePeople')
  @Answers(passwordLink, { status: 201 })
  async helpWithPassword(@CurrentOrganisation() { id }: OrganisationContext, @CurrentPerson() _: Person, @Param('personId', personId) who: string, @Req() request: FastifyRequest): Promise<PasswordLink> {
    const made = await this.helped.help(id, who);
    return { link: made === null ? null : { address: `${ownAddress(this.settings.publicUrl, request)}/mot-de-passe#${made.token}`, expiresAt: made.expiresAt.toISOString() } };
  }

  /** What one is told of this organisation by mail. */
  @Get('membership/notices')
  @Needs('readFigures')
  @Answers(myNotices)
  notices(@CurrentOrganisation() { id }: OrganisationContext, @CurrentPerson() person: Person): Promise<MyNotices> {
    return this.members.notices(id, person.id);
  }

  /** Be told, or no more, of channels that need somebody. */
  @Put('membership/notices')
  @Needs('readFigures')
  @AnswersNothing()
  setNotices(@CurrentOrganisation() { id }: OrganisationContext, @CurrentPerson() person: Person, @Body({ schema: myNotices }) wanted: MyNotices): Promise<void> {
    return this.members.setNotices(id, person.id, wanted);
  }

  /** Leave the organisation. */
  @Delete('membership')
  @Needs('readFigures')
  @AnswersNothing()
  leave(@CurrentOrganisation() { id }: OrganisationContext, @CurrentPerson() person: Person): Promise<void> {
    return this.members.remove(id, person.id);
  }
}
