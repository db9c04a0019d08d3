import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { type OrganisationView, type UpdateOrganisation, organisationView, updateOrganisation } from '@portee/shared';
import { Answers } from '../operations/answers.js';
import { Needs } from './access.js';
import { CurrentOrganisation, type OrganisationContext } from './caller.js';
import { MemberGuard } from './member.guard.js';
import { OrganisationsService } from './organisations.service.js';

/** An organisation as its people see it. */
@Controller('organisations/:slug')
@UseGuards(MemberGuard)
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  /** Name, time zone, and the months for which there are figures. */
  @Get()
  @Answers(organisationView)
  show(@CurrentOrganisation() { id, role }: OrganisationContext): Promise<OrganisationView> {
    return this.organisations.view(id, role);
  }

  /** Change the name or the time zone. */
  @Patch()
  @Needs('manageOrganisation')
  @Answers(organisationView)
  update(@CurrentOrganisation() { id, role }: OrganisationContext, @Body({ schema: updateOrganisation }) wanted: UpdateOrganisation): Promise<OrganisationView> {
    return this.organisations.update(id, wanted, role);
  }
}
