import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';

/** The journal: who did what, kept beside what was done. */
@Module({ controllers: [AuditController], providers: [AuditService] })
export class AuditModule {}
