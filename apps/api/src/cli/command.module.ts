import { type DynamicModule, Module } from '@nestjs/common';
import { ACCOUNT_SETTINGS, type AccountSettings } from '../accounts/account-settings.js';
import { AccountLinks } from '../accounts/account-links.service.js';
import { ApiTokens } from '../accounts/api-tokens.js';
import { AuthPort } from '../accounts/auth-port.js';
import { BetterAuth } from '../accounts/better-auth.js';
import { Hosts } from '../accounts/hosts.js';
import { Memberships } from '../accounts/memberships.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { People } from '../accounts/people.js';
import { ExportOrganisation } from '../archives/export-organisation.service.js';
import { ChannelsService } from '../channels/channels.service.js';
import { CredentialVault, VAULT_KEY } from '../channels/credential-vault.js';
import { Credentials } from '../channels/credentials.js';
import { NetworkApplications } from '../channels/network-applications.js';
import { RotateKeys } from '../channels/rotate-keys.service.js';
import { ConfigModule } from '../config/config.module.js';
import type { Environment } from '../config/env.js';
import { HostApplications } from '../connecting/host-applications.service.js';
import { DatabaseModule } from '../database/database.module.js';
import { DemonstrationService } from '../demonstration/demonstration.service.js';
import { ApplyImport } from '../imports/apply-import.js';
import { ImportsService } from '../imports/imports.service.js';
import { ReceiveImport } from '../imports/receive-import.js';
import { ChannelAccessService } from '../ingest/channel-access.service.js';
import { CollectChannel } from '../ingest/collect-channel.service.js';
import { TroubleWarnings } from '../ingest/trouble-warnings.service.js';
import { Connectors } from '../networks/connectors.js';
import { Outbox } from '../mail/outbox.js';
import { CLOCK, type Clock } from '../operations/clock.js';
import { DecisionsService } from '../plan/decisions.service.js';
import { ExperimentsService } from '../plan/experiments.service.js';
import { PlanDocumentService } from '../plan/plan-document.service.js';
import { DeleteChannel } from '../privacy/delete-channel.service.js';
import { DeleteOrganisation } from '../privacy/delete-organisation.service.js';
import { Advisor } from '../recommendations/advisor.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import { MonthlyReportService } from '../reports/monthly-report.service.js';
import { WebhookSecrets } from '../webhooks/webhook-secrets.js';

export interface CommandSettings {
  environment: Environment;
  applicationUrl: string;
  accounts: AccountSettings;
  vaultKey: Buffer;
  clock: Clock;
}

/** The services that commands use, without doors, queue or worker: a command does its work itself, and waits for it. */
@Module({})
export class CommandModule {
  static forRoot({ environment, applicationUrl, accounts, vaultKey, clock }: CommandSettings): DynamicModule {
    return {
      module: CommandModule,
      imports: [ConfigModule.forRoot(environment), DatabaseModule.forRoot(applicationUrl)],
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: ACCOUNT_SETTINGS, useValue: accounts },
        { provide: VAULT_KEY, useValue: vaultKey },
        { provide: AuthPort, useClass: BetterAuth },
        Advisor, ApiTokens, ApplyImport, ChannelAccessService, ChannelsService, CollectChannel, Connectors, Credentials, CredentialVault, DecisionsService, ExportOrganisation, DeleteChannel, DeleteOrganisation, DemonstrationService, ExperimentsService, HostApplications, Hosts, ImportsService, AccountLinks,
        MonthlyReportService, NetworkApplications, OrganisationsService, People, PlanDocumentService, ReceiveImport, RecommendationsService, RotateKeys, WebhookSecrets, Memberships, Outbox, TroubleWarnings,
      ],
    };
  }
}
