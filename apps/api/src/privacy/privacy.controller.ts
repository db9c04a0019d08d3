import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { type Expired, expired, type ProcessingRegister, register, type RegisterFields, registerFields, type Retention, retention } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { RegisterService } from './register.service.js';
import { RetentionService } from './retention.service.js';

/** What is kept and for how long, and the register of processing. */
@Controller('organisations/:slug/privacy')
export class PrivacyController {
  constructor(
    private readonly retention: RetentionService,
    private readonly registers: RegisterService,
  ) {}

  /** The register of processing (GDPR, article 30), from what is so today. */
  @Get('register')
  @Needs('readFigures')
  @Answers(register)
  register(@CurrentOrganisation() { id }: OrganisationContext): Promise<ProcessingRegister> {
    return this.registers.read(id);
  }

  /** Write what only the organisation knows of itself. */
  @Put('register')
  @Needs('managePrivacy')
  @Answers(register)
  async writeRegister(@CurrentOrganisation() { id }: OrganisationContext, @Body({ schema: registerFields }) fields: RegisterFields): Promise<ProcessingRegister> {
    await this.registers.write(id, fields);
    return this.registers.read(id);
  }

  /** For how long what the organisation has is kept. */
  @Get('retention')
  @Needs('readFigures')
  @Answers(retention)
  read(@CurrentOrganisation() { id }: OrganisationContext): Promise<Retention> {
    return this.retention.read(id);
  }

  /** What such settings would delete now. Nothing is. */
  @Post('retention/trial')
  @HttpCode(200)
  @Needs('managePrivacy')
  @Answers(expired)
  try(@CurrentOrganisation() { id }: OrganisationContext, @Body({ schema: retention }) wanted: Retention): Promise<Expired> {
    return this.retention.try(id, wanted);
  }

  /** Keep for so long from now on. What is older already is deleted at once, for good. */
  @Put('retention')
  @Needs('managePrivacy')
  @Answers(expired)
  write(@CurrentOrganisation() { id }: OrganisationContext, @Body({ schema: retention }) wanted: Retention): Promise<Expired> {
    return this.retention.write(id, wanted);
  }
}
