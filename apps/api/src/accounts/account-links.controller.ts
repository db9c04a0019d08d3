import { Body, Controller, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type AddressChange, addressChange, type AskPasswordLink, askPasswordLink, type ChangeAddress, changeAddress, type ChoosePassword, choosePassword, type ConfirmAddress, confirmAddress, type ConfirmedAddress, confirmedAddress } from '@portee/shared';
import type { FastifyRequest } from 'fastify';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { Public } from './access.js';
import { AccountLinks } from './account-links.service.js';
import { AuthPort, type Person } from './auth-port.js';
import { CurrentPerson } from './caller.js';
import { SignInTries } from './sign-in-tries.js';

/** An answer takes this long whether somebody has the address or not: how long it took must not tell. */
const ALIKE_MS = 300;

/** What one does about one's account by a link in a mail. Secrets come in the body: addresses are written down by those in between. */
@Controller('account-links')
export class AccountLinksController {
  constructor(
    private readonly links: AccountLinks,
    private readonly auth: AuthPort,
    private readonly tries: SignInTries,
  ) {}

  /** Ask for a link to choose another password. The answer is the same whether anybody has this address. */
  @Public()
  @Post('password')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  async askForPassword(@Body({ schema: askPasswordLink }) { email }: AskPasswordLink): Promise<void> {
    await Promise.all([this.links.mailPasswordLink(email), new Promise((resolve) => { setTimeout(resolve, ALIKE_MS); })]);
  }

  /** Choose another password, by the link. Every device is signed out; signing in still asks for the second factor. */
  @Public()
  @Post('password/use')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  choosePassword(@Body({ schema: choosePassword }) { token, password }: ChoosePassword): Promise<void> {
    return this.links.choosePassword(token, password);
  }

  /** Change the address one signs in with. Its mailbox confirms it first, where there is a mail server. */
  @Post('address')
  @RouteConfig(FEW_TRIES)
  @Answers(addressChange, { status: 201 })
  async changeAddress(@CurrentPerson() person: Person, @Req() request: FastifyRequest, @Body({ schema: changeAddress }) { email, ...proof }: ChangeAddress): Promise<AddressChange> {
    await this.tries.during(person.email, request, () => this.auth.prove(request.headers, proof));
    return { isChanged: await this.links.changeAddress(person, email) };
  }

  /** Confirm the new address, by the link. */
  @Public()
  @Post('address/use')
  @RouteConfig(FEW_TRIES)
  @Answers(confirmedAddress, { status: 201 })
  async confirmAddress(@Body({ schema: confirmAddress }) { token }: ConfirmAddress): Promise<ConfirmedAddress> {
    return { email: await this.links.confirmAddress(token) };
  }
}
