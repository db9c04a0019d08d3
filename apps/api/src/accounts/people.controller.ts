import { Body, Controller, Delete, Get, Param, Patch } from '@nestjs/common';
import { may, type PeopleOfOrganisation, people, type UpdateMember, updateMember } from '@portee/shared';
import { z } from 'zod';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { Needs } from './access.js';
import type { Person } from './auth-port.js';
import { CurrentOrganisation, CurrentPerson, type OrganisationContext } from './caller.js';
import { toInvitation, toMember } from './people-view.js';
import { Invitations } from './invitations.js';
import { Members } from './members.js';

const personId = { schema: z.string().min(1).max(100) };

/** Who belongs to an organisation, with which role. */
@Controller('organisations/:slug')
export class PeopleController {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
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

  /** Leave the organisation. */
  @Delete('membership')
  @Needs('readFigures')
  @AnswersNothing()
  leave(@CurrentOrganisation() { id }: OrganisationContext, @CurrentPerson() person: Person): Promise<void> {
    return this.members.remove(id, person.id);
  }
}
