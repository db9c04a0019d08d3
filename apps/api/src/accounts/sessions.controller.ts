import { Body, Controller, Delete, Get, Headers, Param, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type ChangePassword, changePassword, type OpenSession, openSession } from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { AccountLinks } from './account-links.service.js';
import { AuthPort, type DeviceSession, type Person, type RequestHeaders } from './auth-port.js';
import { CurrentPerson } from './caller.js';
import { setCookies } from './session.controller.js';
import { SignInTries } from './sign-in-tries.js';

const id = { schema: z.string().min(1).max(100) };

/** Where one is signed in, and one's password. */
@Controller()
export class SessionsController {
  constructor(
    private readonly auth: AuthPort,
    private readonly links: AccountLinks,
    private readonly tries: SignInTries,
  ) {}

  /** The devices on which one is signed in. */
  @Get('sessions')
  @Answers(openSession.array())
  async list(@CurrentPerson() _: Person, @Headers() headers: RequestHeaders): Promise<OpenSession[]> {
    return (await this.auth.sessionsOf(headers)).map(toView);
  }

  /** Sign out of one device. */
  @Delete('sessions/:sessionId')
  @AnswersNothing()
  end(@CurrentPerson() _: Person, @Headers() headers: RequestHeaders, @Param('sessionId', id) sessionId: string): Promise<void> {
    return this.auth.endSession(headers, sessionId);
  }

  /** Sign out of every other device. */
  @Delete('sessions')
  @AnswersNothing()
  endOthers(@CurrentPerson() _: Person, @Headers() headers: RequestHeaders): Promise<void> {
    return this.auth.endOtherSessions(headers);
  }

  /** Change one's password. Every other device is signed out. */
  @Put('session/password')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async changePassword(@CurrentPerson() person: Person, @Body({ schema: changePassword }) change: ChangePassword, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    setCookies(reply, await this.tries.during(person.email, request, () => this.auth.changePassword(request.headers, change)));
    await this.links.passwordWasChanged(person.id);
  }
}

function toView({ since, seenAt, ...rest }: DeviceSession): OpenSession {
  return { ...rest, since: since.toISOString(), seenAt: seenAt.toISOString() };
}
