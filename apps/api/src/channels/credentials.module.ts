import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CredentialVault, VAULT_KEY } from './credential-vault.js';
import { Credentials } from './credentials.js';
import { NetworkApplications } from './network-applications.js';

/** What opens channels, for the rooms that collect and connect them. */
@Global()
@Module({})
export class CredentialsModule {
  static forRoot(vaultKey: Buffer): DynamicModule {
    return {
      module: CredentialsModule,
      providers: [{ provide: VAULT_KEY, useValue: vaultKey }, CredentialVault, Credentials, NetworkApplications],
      exports: [Credentials, NetworkApplications, CredentialVault],
    };
  }
}
