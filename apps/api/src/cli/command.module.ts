import { type DynamicModule, Module } from '@nestjs/common';
import { ACCOUNT_SETTINGS, type AccountSettings } from '../accounts/account-settings.js';
import { ApiTokens } from '../accounts/api-tokens.js';
import { AuthPort } from '../accounts/auth-port.js';
import { BetterAuth } from '../accounts/better-auth.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { People } from '../accounts/people.js';
import { ChannelsService } from '../channels/channels.service.js';
import { ConfigModule } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { DatabaseModule } from '../database/database.module.js';
import { DemonstrationService } from '../demonstration/demonstration.service.js';
import { ApplyImport } from '../imports/apply-import.js';
import { ImportsService } from '../imports/imports.service.js';
import { ReceiveImport } from '../imports/receive-import.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { MonthlyReportService } from '../reports/monthly-report.service.js';

export interface CommandSettings {
  environment: Environment;
  applicationUrl: string;
  accounts: AccountSettings;
  clock: Clock;
}

/** The services that commands use, without doors, queue or worker: a command does its work itself, and waits for it. */
@Module({})
export class CommandModule {
  static forRoot({ environment, applicationUrl, accounts, clock }: CommandSettings): DynamicModule {
    return {
      module: CommandModule,
      imports: [ConfigModule.forRoot(environment), DatabaseModule.forRoot(applicationUrl)],
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: ACCOUNT_SETTINGS, useValue: accounts },
        { provide: AuthPort, useClass: BetterAuth },
        ApiTokens, ApplyImport, ChannelsService, DemonstrationService, ImportsService, MonthlyReportService, OrganisationsService, People, ReceiveImport,
      ],
    };
  }
}
