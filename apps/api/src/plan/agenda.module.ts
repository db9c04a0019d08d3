import { Module } from '@nestjs/common';
import { AgendaDaysService } from './agenda-days.service.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaService } from './agenda.service.js';

/** The centre's own agenda, beside what is planned. */
@Module({ controllers: [AgendaController], providers: [AgendaService, AgendaDaysService] })
export class AgendaModule {}
