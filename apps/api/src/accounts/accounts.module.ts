import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ACCOUNT_SETTINGS, type AccountSettings } from './account-settings.js';
import { AccountLinks } from './account-links.service.js';
import { AccountLinksController } from './account-links.controller.js';
import { ApiTokens } from './api-tokens.js';
import { AuthPort } from './auth-port.js';
import { BetterAuth } from './better-auth.js';
import { DirectoryAttempts } from './directory-attempts.js';
import { DirectoryEntry } from './directory-entry.service.js';
import { DirectoryLinks } from './directory-links.js';
import { DirectoryStanding } from './directory-standing.service.js';
import { DirectoryController } from './directory.controller.js';
import { Directory } from './directory.js';
import { FirstAccountController } from './first-account.controller.js';
import { FirstAccountService } from './first-account.service.js';
import { HostGuard } from './host.guard.js';
import { HelpedPassword } from './helped-password.service.js';
import { Hosts } from './hosts.js';
import { MemberGuard } from './member.guard.js';
import { Invitations } from './invitations.service.js';
import { InvitationsController } from './invitations.controller.js';
import { Members } from './members.js';
import { Memberships } from './memberships.js';
import { OpenInvitationsController } from './open-invitations.controller.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { People } from './people.js';
import { PeopleController } from './people.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SignInTries } from './sign-in-tries.js';
import { SessionsController } from './sessions.controller.js';
import { TokensController } from './tokens.controller.js';

const services = [AccountLinks, ApiTokens, HelpedPassword, HostGuard, Hosts, Invitations, Members, Memberships, OrganisationsService, People, { provide: AuthPort, useClass: BetterAuth }];
const directory = [Directory, DirectoryAttempts, DirectoryEntry, DirectoryLinks, DirectoryStanding];

/** People, organisations, and who is let in. Its guard stands before every route of the program. */
@Global()
@Module({})
export class AccountsModule {
  static forRoot(settings: AccountSettings): DynamicModule {
    return {
      module: AccountsModule,
      controllers: [SessionController, DirectoryController, SecondFactorController, SessionsController, AccountLinksController, FirstAccountController, OrganisationsController, PeopleController, InvitationsController, OpenInvitationsController, TokensController],
      providers: [...services, ...directory, SessionService, SignInTries, FirstAccountService, MemberGuard, { provide: APP_GUARD, useExisting: MemberGuard }, { provide: ACCOUNT_SETTINGS, useValue: settings }],
      exports: [ACCOUNT_SETTINGS, ApiTokens, AuthPort, HostGuard, Hosts, Invitations, Memberships, OrganisationsService, People, MemberGuard, SignInTries],
    };
  }
}
