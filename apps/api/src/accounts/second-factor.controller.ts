import { Body, Controller, Headers, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type BegunSecondFactor, begunSecondFactor, type RecoveryCodes, recoveryCodes, withCode, withPassword } from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { AuthPort, type Person, type RequestHeaders } from './auth-port.js';
import { CurrentPerson } from './caller.js';
import { Memberships } from './memberships.js';
import { setCookies } from './session.controller.js';
import { SignInTries } from './sign-in-tries.js';

interface PasswordGiven { password: string }

/** One's second factor: a code that an authenticator shows, asked for after the password. */
@Controller('second-factor')
export class SecondFactorController {
  constructor(
    private readonly auth: AuthPort,
    private readonly memberships: Memberships,
    private readonly tries: SignInTries,
  ) {}

  /** Prepare one. Its secret and its recovery codes are told this once; nothing is asked for until a first code confirms it. */
  @Post()
  @RouteConfig(FEW_TRIES)
  @Answers(begunSecondFactor, { status: 201 })
  async begin(@CurrentPerson() { email }: Person, @Body({ schema: withPassword }) { password }: PasswordGiven, @Req() request: FastifyRequest): Promise<BegunSecondFactor> {
    const { address, recoveryCodes: codes } = await this.tries.during(email, request, () => this.auth.beginSecondFactor(request.headers, password));
    return { address, secret: new URL(address).searchParams.get('secret') ?? '', recoveryCodes: codes };
  }

  /** Confirm it by a first code: from now on one is asked for. */
  @Put()
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async confirm(@CurrentPerson() person: Person, @Body({ schema: withCode }) { code }: { code: string }, @Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    setCookies(reply, await this.auth.confirmSecondFactor(headers, code));
    await this.memberships.record(person.id, 'second-factor-set');
  }

  /** Remove it. */
  @Post('end')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async end(@CurrentPerson() person: Person, @Body({ schema: withPassword }) { password }: PasswordGiven, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    setCookies(reply, await this.tries.during(person.email, request, () => this.auth.endSecondFactor(request.headers, password)));
    await this.memberships.record(person.id, 'second-factor-removed');
  }

  /** New recovery codes; the earlier ones open nothing any more. */
  @Post('recovery-codes')
  @HttpCode(200)
  @RouteConfig(FEW_TRIES)
  @Answers(recoveryCodes)
  async renewCodes(@CurrentPerson() { email }: Person, @Body({ schema: withPassword }) { password }: PasswordGiven, @Req() request: FastifyRequest): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.tries.during(email, request, () => this.auth.renewRecoveryCodes(request.headers, password)) };
  }
}
