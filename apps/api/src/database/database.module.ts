import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { applicationDataSource } from './data-source.js';
import { TenantTransaction } from './tenant-transaction.js';

/** One pool of connections of the application role, shared by every room. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  static forRoot(applicationUrl: string): DynamicModule {
    const source = { provide: DataSource, useFactory: () => applicationDataSource(applicationUrl).initialize() };
    return { module: DatabaseModule, providers: [source, TenantTransaction], exports: [DataSource, TenantTransaction] };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
