import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { EntityManager } from 'typeorm';

/** Encrypts second factors anew, after the installation's session secret was changed: without it nobody who has one can sign in. @throws where `before` is not what it was */
export async function resealSecondFactors(manager: EntityManager, before: string, now: string): Promise<void> {
  const rows: { id: string; secret: string; backupCodes: string }[] = await manager.query('SELECT id, secret, "backupCodes" FROM auth."twoFactor" FOR UPDATE');
  const again = async (data: string) => symmetricEncrypt({ key: now, data: await symmetricDecrypt({ key: before, data }) });
  for (const { id, secret, backupCodes } of rows) {
    await manager.query('UPDATE auth."twoFactor" SET secret = $2, "backupCodes" = $3 WHERE id = $1', [id, await again(secret), await again(backupCodes)]);
  }
}
