import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';

/** Injection token of the 32 bytes that encrypt the installation's keys, made from its secret key. */
export const VAULT_KEY = Symbol('vault key');

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Derived from the installation's secret key, so that all its processes agree without a word. */
export function vaultKeyFrom(secretKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'portee', 'credentials', KEY_BYTES));
}

/** An encrypted value and the key that opens it. */
export interface Sealed {
  keyId: string;
  sealed: Buffer;
}

/** The installation's secret key is another one than when this was encrypted, or the bytes were changed. */
export class VaultError extends Error {}

/**
 * Encrypts what opens channels (AES-256-GCM). Each value is bound to its place (`organisation/channel`): moved to another row, it does
 * not open. The keys lie in the database, encrypted with one made from the installation's secret key, so that they can be changed without it.
 */
@Injectable()
export class CredentialVault {
  private readonly opened = new Map<string, Buffer>();

  constructor(@Inject(VAULT_KEY) private readonly vaultKey: Buffer) {}

  async seal(manager: EntityManager, value: unknown, place: string): Promise<Sealed> {
    const key = await this.currentKey(manager);
    return { keyId: key.id, sealed: encrypt(key.bytes, Buffer.from(JSON.stringify(value)), place) };
  }

  /** @throws VaultError */
  async open(manager: EntityManager, { keyId, sealed }: Sealed, place: string): Promise<unknown> {
    const key = await this.keyOf(manager, keyId);
    return JSON.parse(decrypt(key, sealed, place).toString('utf8'));
  }

  /** Seals with the installation's own key: for what waits some hours, which a change of the keys of channels need not touch. */
  sealBriefly(value: unknown, place: string): Buffer {
    return encrypt(this.vaultKey, Buffer.from(JSON.stringify(value)), place);
  }

  /** @throws VaultError */
  openBrief(sealed: Buffer, place: string): unknown {
    return JSON.parse(decrypt(this.vaultKey, sealed, place).toString('utf8'));
  }

  /** Makes a key with which everything is sealed from now on. @returns its id */
  async makeKey(manager: EntityManager): Promise<string> {
    const id = newId();
    await manager.query('INSERT INTO encryption_key (id, sealed) VALUES ($1, $2)', [id, encrypt(this.vaultKey, randomBytes(KEY_BYTES), id)]);
    return id;
  }

  /** Encrypts the keys themselves anew, after the installation's secret key was changed from `before`. @throws VaultError */
  async rewrapKeys(manager: EntityManager, before: Buffer): Promise<number> {
    const keys: { id: string; sealed: Buffer }[] = await manager.query('SELECT id, sealed FROM encryption_key FOR UPDATE');
    for (const { id, sealed } of keys) {
      await manager.query('UPDATE encryption_key SET sealed = $2 WHERE id = $1', [id, encrypt(this.vaultKey, decrypt(before, sealed, id), id)]);
    }
    return keys.length;
  }

  /** The newest key, held until the transaction ends so that a change of keys waits for what is being sealed with it. */
  private async currentKey(manager: EntityManager): Promise<{ id: string; bytes: Buffer }> {
    const newest = `SELECT id FROM encryption_key ORDER BY created_at DESC, id DESC LIMIT 1 FOR SHARE`;
    const [found] = await manager.query<{ id: string }[]>(newest);
    const id = found?.id ?? (await this.makeKey(manager));
    return { id, bytes: await this.keyOf(manager, id) };
  }

  private async keyOf(manager: EntityManager, id: string): Promise<Buffer> {
    const known = this.opened.get(id);
    if (known) return known;
    const [row] = await manager.query<{ sealed: Buffer }[]>('SELECT sealed FROM encryption_key WHERE id = $1', [id]);
    if (!row) throw new VaultError(`no encryption key ${id}`);
    const bytes = decrypt(this.vaultKey, row.sealed, id);
    this.opened.set(id, bytes);
    return bytes;
  }
}

function encrypt(key: Buffer, plain: Buffer, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer, place: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new VaultError('what is encrypted does not open with this key', { cause });
  }
}
