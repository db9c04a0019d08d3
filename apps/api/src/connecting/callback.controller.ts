import { Controller, Get, Headers, HttpCode, Query, Res } from '@nestjs/common';
import { ApiFoundResponse } from '@nestjs/swagger';
import { type ConnectionReturn, connectionReturn } from '@portee/shared';
import type { FastifyReply } from 'fastify';
import { Public } from '../accounts/access.js';
import { AuthPort, type RequestHeaders } from '../accounts/auth-port.js';
import { FinishAuthorisation } from './finish-authorisation.service.js';
import { signInFirst } from './signed-out-return.js';

/** Where networks send people back to. */
@Controller('connections')
export class CallbackController {
  constructor(private readonly auth: AuthPort, private readonly finish: FinishAuthorisation) {}

  /** Leads on to the page of the connection, whatever came of it; to the one to sign in where the session has ended. A state opens once, for whoever began. */
  @Public()
  @Get('callback')
  @HttpCode(302)
  @ApiFoundResponse()
  async back(@Headers() headers: RequestHeaders, @Query({ schema: connectionReturn }) query: ConnectionReturn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const person = await this.auth.personOf(headers);
    const page = person === null ? signInFirst(query) : await this.finish.run(person, query);
    // The address just left holds a code: no page may be told of it.
    reply.header('location', page).header('referrer-policy', 'no-referrer').header('cache-control', 'no-store');
  }
}
