import { Body, Controller, Headers, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type CreateFirstAccount, type Session, createFirstAccount, session } from '@portee/shared';
import type { FastifyReply } from 'fastify';
import { Answers } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { Public } from './access.js';
import { AuthPort, type RequestHeaders } from './auth-port.js';
import { FirstAccountService } from './first-account.service.js';
import { setCookies } from './session.controller.js';
import { SessionService } from './session.service.js';

/** The first-run page. */
@Controller('first-account')
export class FirstAccountController {
  constructor(
    private readonly firstAccount: FirstAccountService,
    private readonly auth: AuthPort,
    private readonly sessions: SessionService,
  ) {}

  /** Create the first account and its organisation, and sign in. Only while nobody has an account. */
  @Public()
  @Post()
  @RouteConfig(FEW_TRIES)
  @Answers(session, { status: 201 })
  async create(@Body({ schema: createFirstAccount }) wanted: CreateFirstAccount, @Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    await this.firstAccount.create(wanted);
    const { person, cookies } = await this.auth.signIn(wanted.email, wanted.password, headers);
    setCookies(reply, cookies);
    return this.sessions.viewAccepted(person);
  }
}
