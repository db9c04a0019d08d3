import type { Command } from 'commander';
import { ACCOUNT_SETTINGS, type AccountSettings, sessionSecretFrom } from '../accounts/account-settings.js';
import { resealSecondFactors } from '../accounts/second-factor-keys.js';
import { OrganisationsService } from '../accounts/organisations.service.js';
import { CredentialVault, vaultKeyFrom } from '../channels/credential-vault.js';
import { RotateKeys } from '../channels/rotate-keys.service.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { CommandLine } from './command-line.js';

export function addKeys(program: Command, line: CommandLine): void {
  program
    .command('keys')
    .description(line.words('keys.about'))
    .command('rotate')
    .description(line.words('keys.rotate.about'))
    .option('--previous-secret-stdin', line.words('keys.rotate.previous'))
    .action((options: { previousSecretStdin?: boolean }) => rotate(line, options.previousSecretStdin === true));
}

function rotate(line: CommandLine, isSecretChanged: boolean): Promise<void> {
  return line.withServices(async (services) => {
    if (isSecretChanged) {
      const previous = await line.terminal.readSecret(line.words('keys.rotate.ask'));
      await services.get(TenantTransaction).together(async (manager) => {
        await services.get(CredentialVault).rewrapKeys(manager, vaultKeyFrom(previous));
        await resealSecondFactors(manager, sessionSecretFrom(previous), services.get<AccountSettings>(ACCOUNT_SETTINGS).sessionSecret);
      });
    }
    const organisations = await services.get(OrganisationsService).list();
    const secrets = await services.get(RotateKeys).run(organisations.map(({ id }) => id));
    line.tell('keys.rotated', { secrets });
    line.answer({ secrets }, () => []);
  });
}
