import { Controller, Get, Query } from '@nestjs/common';
import { type AuditPage, auditPage, type AuditQuery, auditQuery } from '@portee/shared';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { Answers } from '../operations/answers.js';
import { AuditService } from './audit.service.js';

/** Who did what in an organisation. */
@Controller('organisations/:slug/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  /** Latest first, narrowed by act, person, days and words. */
  @Get()
  @Needs('readJournal')
  @Answers(auditPage)
  list(@CurrentOrganisation() organisation: OrganisationContext, @Query({ schema: auditQuery }) asked: AuditQuery): Promise<AuditPage> {
    return this.audit.page(organisation, asked);
  }
}
