import { Body, Controller, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type BegunSecondFactor, begunSecondFactor, type RecoveryCodes, recoveryCodes, withCode, withPassword } from '@portee/shared';
import type { FastifyReply } from 'fastify';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { AuthPort, type Person, type RequestHeaders } from './auth-port.js';
import { CurrentPerson } from './caller.js';
import { setCookies } from './session.controller.js';

interface PasswordGiven { password: string }

/** One's second factor: a code that an authenticator shows, asked for after the password. */
@Controller('second-factor')
export class SecondFactorController {
  constructor(private readonly auth: AuthPort) {}

  /** Prepare one. Its secret and its recovery codes are told this once; nothing is asked for until a first code confirms it. */
  @Post()
  @RouteConfig(FEW_TRIES)
  @Answers(begunSecondFactor, { status: 201 })
  async begin(@CurrentPerson() _: Person, @Body({ schema: withPassword }) { password }: PasswordGiven, @Headers() headers: RequestHeaders): Promise<BegunSecondFactor> {
    const { address, recoveryCodes: codes } = await this.auth.beginSecondFactor(headers, password);
    return { address, secret: new URL(address).searchParams.get('secret') ?? '', recoveryCodes: codes };
  }

  /** Confirm it by a first code: from now on one is asked for. */
  @Put()
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async confirm(@CurrentPerson() _: Person, @Body({ schema: withCode }) { code }: { code: string }, @Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    setCookies(reply, await this.auth.confirmSecondFactor(headers, code));
  }

  /** Remove it. */
  @Post('end')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async end(@CurrentPerson() _: Person, @Body({ schema: withPassword }) { password }: PasswordGiven, @Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    setCookies(reply, await this.auth.endSecondFactor(headers, password));
  }

  /** New recovery codes; the earlier ones open nothing any more. */
  @Post('recovery-codes')
  @HttpCode(200)
  @RouteConfig(FEW_TRIES)
  @Answers(recoveryCodes)
  async renewCodes(@CurrentPerson() _: Person, @Body({ schema: withPassword }) { password }: PasswordGiven, @Headers() headers: RequestHeaders): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.auth.renewRecoveryCodes(headers, password) };
  }
}
