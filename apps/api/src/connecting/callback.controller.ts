import { Controller, Get, HttpCode, Query, Res } from '@nestjs/common';
import { ApiFoundResponse } from '@nestjs/swagger';
import { type ConnectionReturn, connectionReturn } from '@portee/shared';
import type { FastifyReply } from 'fastify';
import type { Person } from '../accounts/auth-port.js';
import { CurrentPerson } from '../accounts/caller.js';
import { FinishAuthorisation } from './finish-authorisation.service.js';

/** Where networks send people back to. */
@Controller('connections')
export class CallbackController {
  constructor(private readonly finish: FinishAuthorisation) {}

  /** Leads on to the page of the connection, whatever came of it. A state opens once, for whoever began. */
  @Get('callback')
  @HttpCode(302)
  @ApiFoundResponse()
  async back(@CurrentPerson() person: Person, @Query({ schema: connectionReturn }) query: ConnectionReturn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const page = await this.finish.run(person, query);
    // The address just left holds a code: no page may be told of it.
    reply.header('location', page).header('referrer-policy', 'no-referrer').header('cache-control', 'no-store');
  }
}
