import { Body, Controller, Delete, Get, Inject, Param, Post, Req } from '@nestjs/common';
import { type ColumnMapping, type DecideImport, type ImportView, columnMapping, decideImport, importView, uuid } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Needs } from '../accounts/access.js';
import { CurrentOrganisation, type OrganisationContext } from '../accounts/caller.js';
import { ENVIRONMENT } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { Answers } from '../operations/answers.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import type { ImportKey } from './import-file.js';
import { ImportQueue } from './import-queue.js';
import { ImportsService } from './imports.service.js';
import { readUpload } from './read-upload.js';
import { ReceiveImport } from './receive-import.js';
import { UndoImport } from './undo-import.js';

const PROBLEMS_SHOWN = 500;
const id = { schema: uuid };

/** Files handed in: received, answered, applied by the worker, undone. */
@Controller('organisations/:slug/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly receive: ReceiveImport,
    private readonly undoing: UndoImport,
    private readonly queue: ImportQueue,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(importView.array())
  list(@CurrentOrganisation() organisation: OrganisationContext): Promise<ImportView[]> {
    return this.imports.list(organisation.id, organisation.language);
  }

  /** Multipart: `file`, and `channelId`, `mapping`, `timeZone`, `observedAt`, `skipRejected`. */
  @Post()
  @Needs('importFiles')
  @Answers(importView, { status: 202 })
  async create(@CurrentOrganisation() organisation: OrganisationContext, @Req() request: FastifyRequest): Promise<ImportView> {
    const limit = this.environment.maxUploadBytes;
    const file = await readUpload(request, limit);
    const key = await this.receive.run({ organisationId: organisation.id, role: organisation.role, at: this.clock(), limit }, file);
    return this.enqueue(key, organisation);
  }

  @Get(':importId')
  @Answers(importView)
  one(@CurrentOrganisation() organisation: OrganisationContext, @Param('importId', id) importId: string): Promise<ImportView> {
    return this.view({ organisationId: organisation.id, id: importId }, organisation);
  }

  @Post(':importId/mapping')
  @Needs('importFiles')
  @Answers(importView, { status: 202 })
  async map(@CurrentOrganisation() organisation: OrganisationContext, @Param('importId', id) importId: string, @Body({ schema: columnMapping }) body: ColumnMapping): Promise<ImportView> {
    const key = { organisationId: organisation.id, id: importId };
    await this.imports.map(key, organisation, body);
    return this.enqueue(key, organisation);
  }

  @Post(':importId/decision')
  @Needs('importFiles')
  @Answers(importView, { status: 202 })
  async decide(@CurrentOrganisation() organisation: OrganisationContext, @Param('importId', id) importId: string, @Body({ schema: decideImport }) body: DecideImport): Promise<ImportView> {
    const key = { organisationId: organisation.id, id: importId };
    await this.imports.decide(key, body);
    return body.decision === 'refuse' ? this.view(key, organisation) : this.enqueue(key, organisation);
  }

  @Delete(':importId')
  @Needs('undoImports')
  @Answers(importView)
  async undo(@CurrentOrganisation() organisation: OrganisationContext, @Param('importId', id) importId: string): Promise<ImportView> {
    const key = { organisationId: organisation.id, id: importId };
    await this.undoing.run(key);
    return this.view(key, organisation);
  }

  private async enqueue(key: ImportKey, organisation: OrganisationContext): Promise<ImportView> {
    await this.queue.add(key);
    return this.view(key, organisation);
  }

  private view(key: ImportKey, { language }: OrganisationContext): Promise<ImportView> {
    return this.imports.one(key, { locale: language, problems: PROBLEMS_SHOWN });
  }
}
