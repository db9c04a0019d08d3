import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import type { AccountSettings } from './accounts/account-settings.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { ArchivesModule } from './archives/archives.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ChannelsModule } from './channels/channels.module.js';
import { CredentialsModule } from './channels/credentials.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Environment } from './config/env.js';
import { ComparisonModule, ComparisonWorkerModule } from './comparison/comparison.module.js';
import { ConnectingModule, ConnectingWorkerModule } from './connecting/connecting.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DemonstrationModule } from './demonstration/demonstration.module.js';
import { HostingModule, HostingWorkerModule } from './hosting/hosting.module.js';
import { IngestModule, IngestWorkerModule } from './ingest/ingest.module.js';
import { ImportsModule, ImportsWorkerModule } from './imports/imports.module.js';
import { InsightsModule } from './insights/insights.module.js';
import { NetworksModule } from './networks/networks.module.js';
import { MailingModule, MailingWorkerModule } from './mailing/mailing.module.js';
import { MailModule, MailWorkerModule } from './mail/mail.module.js';
import type { Clock } from './operations/clock.js';
import { type LogLevel, logSettings } from './operations/log-settings.js';
import { OperationsModule } from './operations/operations.module.js';
import type { QueueSettings } from './operations/queue-connection.js';
import { ExperimentsModule, ExperimentsWorkerModule } from './plan/experiments.module.js';
import { AgendaModule } from './plan/agenda.module.js';
import { PlanCalendarModule } from './plan/plan-calendar.module.js';
import { PlanLinesModule } from './plan/plan-lines.module.js';
import { PostsModule, PostsWorkerModule } from './posts/posts.module.js';
import { RecommendationsModule, RecommendationsWorkerModule } from './recommendations/recommendations.module.js';
import { PrivacyModule, PrivacyWorkerModule } from './privacy/privacy.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SearchModule } from './search/search.module.js';
import { WebhooksModule, WebhooksWorkerModule } from './webhooks/webhooks.module.js';

/** What the program is built from; decided once, at start. */
export interface AppSettings {
  environment: Environment;
  applicationUrl: string;
  accounts: AccountSettings;
  /** Encrypts the keys of credentials. */
  vaultKey: Buffer;
  queue: QueueSettings;
  clock: Clock;
  logLevel: LogLevel;
  logDestination: DestinationStream;
}

/** Doors: what answers requests. */
const doors = [AuditModule, NetworksModule, ChannelsModule, PostsModule, InsightsModule, RecommendationsModule, PlanLinesModule, PlanCalendarModule, AgendaModule, ExperimentsModule, SearchModule, ImportsModule, IngestModule, ConnectingModule, ReportsModule, MailingModule, HostingModule, PrivacyModule, ComparisonModule, DemonstrationModule, WebhooksModule, ArchivesModule];
/** Hands: what works without being asked. */
const hands = [ScheduleModule.forRoot(), ImportsWorkerModule, IngestWorkerModule, ConnectingWorkerModule, PostsWorkerModule, RecommendationsWorkerModule, ExperimentsWorkerModule, HostingWorkerModule, PrivacyWorkerModule, ComparisonWorkerModule, MailWorkerModule, MailingWorkerModule, WebhooksWorkerModule];

/** The whole program. The role api leaves the hands out; a worker keeps the doors' services and serves none of them. */
@Module({})
export class AppModule {
  static forRoot({ environment, applicationUrl, accounts, vaultKey, queue, clock, logLevel, logDestination }: AppSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(logSettings(logLevel, logDestination)),
        ConfigModule.forRoot(environment),
        DatabaseModule.forRoot(applicationUrl),
        BullModule.forRoot(queue),
        OperationsModule.forRoot(clock, queue),
        AccountsModule.forRoot(accounts),
        CredentialsModule.forRoot(vaultKey),
        MailModule,
        ...doors,
        ...(environment.role === 'api' ? [] : hands),
      ],
    };
  }
}
