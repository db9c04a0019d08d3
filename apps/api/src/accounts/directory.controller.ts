import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiFoundResponse } from '@nestjs/swagger';
import { type BeginDirectory, beginDirectory, type DirectoryAddress, directoryAddress, type DirectoryReturn, directoryReturn, type LinkDirectory, linkDirectory, type WaysIn, waysIn, withPassword } from '@portee/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, AnswersNothing } from '../operations/answers.js';
import { FEW_TRIES } from '../operations/few-tries.js';
import { Public } from './access.js';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import type { Person, RequestHeaders } from './auth-port.js';
import { CurrentPerson } from './caller.js';
import { browserOf, forgetBrowser, keepBrowser } from './directory-cookie.js';
import { DirectoryEntry } from './directory-entry.service.js';
import { pageAfterRefusal } from './directory-pages.js';
import { DirectoryStanding } from './directory-standing.service.js';
import { setCookies } from './session.controller.js';
import { SignInTries } from './sign-in-tries.js';

/** Signing in by a municipality’s own directory. */
@Controller('session/directory')
export class DirectoryController {
  constructor(
    private readonly entry: DirectoryEntry,
    private readonly standing: DirectoryStanding,
    private readonly tries: SignInTries,
    @Inject(ACCOUNT_SETTINGS) private readonly settings: Pick<AccountSettings, 'publicUrl'>,
  ) {}

  /** By which ways one signs in. */
  @Get()
  @Answers(waysIn)
  async show(@CurrentPerson() person: Person): Promise<WaysIn> {
    const { hasPassword, linkedAt } = await this.standing.of(person);
    return { hasPassword, linkedAt: linkedAt?.toISOString() ?? null };
  }

  /** Set out for the directory, to sign in or to take an invitation up. */
  @Public()
  @Post()
  @HttpCode(200)
  @RouteConfig(FEW_TRIES)
  @Answers(directoryAddress)
  async begin(@Body({ schema: beginDirectory }) wanted: BeginDirectory, @Res({ passthrough: true }) reply: FastifyReply): Promise<DirectoryAddress> {
    const { address, browser } = await this.entry.begin(wanted);
    setCookies(reply, [keepBrowser(browser, this.settings)]);
    return { address };
  }

  /** Set out for the directory, to link one’s account: from then on one signs in by both ways. */
  @Post('link')
  @HttpCode(200)
  @RouteConfig(FEW_TRIES)
  @Answers(directoryAddress)
  async link(@CurrentPerson() person: Person, @Body({ schema: linkDirectory }) wanted: LinkDirectory, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<DirectoryAddress> {
    const { address, browser } = await this.tries.during(person.email, request, () => this.entry.beginLink(person, wanted, request.headers));
    setCookies(reply, [keepBrowser(browser, this.settings)]);
    return { address };
  }

  /** Where the directory sends people back to. Leads on to a page, whatever came of it; a state opens once, for the browser that set out. */
  @Public()
  @Get('return')
  @HttpCode(302)
  @RouteConfig(FEW_TRIES)
  @ApiFoundResponse()
  async back(@Query({ schema: directoryReturn }) query: DirectoryReturn, @Headers() headers: RequestHeaders, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const given = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined));
    const { path, cookies } = await this.entry.comeBack(given, browserOf(headers, this.settings), headers).catch((error: unknown) => ({ path: pageAfterRefusal(error), cookies: [] }));
    setCookies(reply, [...cookies, forgetBrowser(this.settings)]);
    // The address just left holds a code: no page may be told of it.
    reply.header('location', path).header('referrer-policy', 'no-referrer').header('cache-control', 'no-store');
  }

  /** Unlink one’s account from the directory. Refused where nothing else would let one in. */
  @Post('end')
  @RouteConfig(FEW_TRIES)
  @AnswersNothing()
  end(@CurrentPerson() person: Person, @Body({ schema: withPassword }) { password }: { password: string }, @Req() request: FastifyRequest): Promise<void> {
    return this.tries.during(person.email, request, () => this.standing.unlink(person, password, request.headers));
  }
}
