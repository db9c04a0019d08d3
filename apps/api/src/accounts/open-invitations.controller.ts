import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type AcceptedInvitation, type AcceptInvitation, acceptedInvitation, acceptInvitation, type OpenedInvitation, openedInvitation, readInvitation } from '@portee/shared';
import type { FastifyReply } from 'fastify';
import { Answers } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { Public } from './access.js';
import { AuthPort, type RequestHeaders } from './auth-port.js';
import { Invitations } from './invitations.service.js';
import { setCookies } from './session.controller.js';

/** For whoever was given a link. It comes in the body: addresses are written down by those in between. */
@Controller('invitations')
export class OpenInvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly auth: AuthPort,
  ) {}

  /** What a link leads to. */
  @Public()
  @Post('read')
  @HttpCode(200)
  @RouteConfig(FEW_TRIES)
  @Answers(openedInvitation)
  async read(@Body({ schema: readInvitation }) { token }: { token: string }): Promise<OpenedInvitation> {
    const { invitation: { email, role, inviter, expiresAt }, organisation, hasAccount } = await this.invitations.read(token);
    return { organisation: organisation.name, role, email, invitedBy: inviter, expiresAt: expiresAt.toISOString(), hasAccount };
  }

  /** Take an invitation up, as a new person, who is signed in by it, or as the one who is signed in. */
  @Public()
  @Post('accept')
  @RouteConfig(FEW_TRIES)
  @Answers(acceptedInvitation, { status: 201 })
  async accept(@Body({ schema: acceptInvitation }) wanted: AcceptInvitation, @Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<AcceptedInvitation> {
    const slug = await this.invitations.accept(wanted, wanted.person === undefined ? await this.auth.personOf(headers) : null);
    if (wanted.person !== undefined) setCookies(reply, (await this.auth.signIn(wanted.person.email, wanted.person.password, headers)).cookies);
    return { slug };
  }
}
