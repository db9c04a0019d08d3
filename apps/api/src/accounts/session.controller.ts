import { Body, Controller, Delete, Get, Headers, Patch, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type SecondStep, type Session, type SignIn, type UpdatePerson, secondStep, session, signIn, updatePerson } from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { Public } from './access.js';
import { AuthPort, type Person, type RequestHeaders } from './auth-port.js';
import { CurrentPerson } from './caller.js';
import { Memberships } from './memberships.js';
import { SessionService } from './session.service.js';
import { SignInTries } from './sign-in-tries.js';

/** Signing in and out, and who one is. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly auth: AuthPort,
    private readonly sessions: SessionService,
    private readonly memberships: Memberships,
    private readonly tries: SignInTries,
  ) {}

  /** Who is signed in, and where they may go. */
  @Public()
  @Get()
  @Answers(session)
  async show(@Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const signedIn = await this.auth.renew(headers);
    setCookies(reply, signedIn?.cookies ?? []);
    return this.sessions.view(signedIn?.person ?? null);
  }

  /** Sign in with an e-mail address and a password; the session comes as a cookie. */
  @Public()
  @Post()
  @RouteConfig(FEW_TRIES)
  @Answers(session)
  async signIn(@Body({ schema: signIn }) { email, password }: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const { person, cookies } = await this.tries.during(email, request, () => this.auth.signIn(email, password, request.headers));
    if (person !== null) await this.memberships.record(person.id, 'signed-in');
    setCookies(reply, cookies);
    this.tries.remember(email, reply);
    return this.sessions.viewAccepted(person);
  }

  /** The second step, for whoever has a second factor: a code of the authenticator, or a recovery code, which then opens nothing any more. */
  @Public()
  @Post('code')
  @RouteConfig(FEW_TRIES)
  @Answers(session)
  async signInByCode(@Body({ schema: secondStep }) step: SecondStep, @Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<Session> {
    const { person, cookies } = await this.auth.signInByCode(step, headers);
    await this.memberships.record(person.id, 'signed-in');
    setCookies(reply, cookies);
    return this.sessions.view(person);
  }

  /** Sign out. Without a session, nothing happens. */
  @Public()
  @Delete()
  @AnswersNothing()
  async signOut(@Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    setCookies(reply, await this.auth.signOut(headers));
  }

  /** Change one's language, or the time zone in which one is told moments. */
  @Patch('person')
  @Answers(session)
  async update(@CurrentPerson() person: Person, @Body({ schema: updatePerson }) { language = person.language, timeZone = person.timeZone }: UpdatePerson): Promise<Session> {
    await this.auth.changePerson(person.id, { language, timeZone });
    return this.sessions.view({ ...person, language, timeZone });
  }
}

/** Hands session cookies to the browser. */
export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  if (cookies.length > 0) reply.header('set-cookie', [...cookies]);
}
