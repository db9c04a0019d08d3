import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StartConnection } from '@portee/shared';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { CredentialVault, type Sealed } from '../channels/credential-vault.js';
import type { ChannelChoice } from '../networks/core/connect-flow.js';

/** How long somebody has to say yes and to choose. */
export const ATTEMPT_MS = 15 * 60_000;

/** A connection being made, as its row says. */
export interface Attempt {
  organisationId: string;
  id: string;
  network: string;
  way: StartConnection['way'];
  /** The person, or the program, that began it. */
  startedBy: string;
  channelId: string | null;
  /** Whether the network's answer is still awaited. */
  isAwaited: boolean;
  choices: readonly ShownChoice[];
  /** Reason and values of what went wrong, as JSON; null: nothing did. */
  problem: string | null;
  expiresAt: Date;
}

/** A choice without what opens it. */
export type ShownChoice = Pick<ChannelChoice, 'externalId' | 'name' | 'kind' | 'followers'>;

export interface AttemptKey {
  organisationId: string;
  id: string;
}

/** Whose attempt, and when it is asked for. */
export interface Asker {
  startedBy: string;
  now: Date;
}

/** What is needed when the person comes back from the network. */
const authorisation = z.object({ verifier: z.string(), redirectUri: z.string(), settings: z.record(z.string(), z.string()) });
export type Authorisation = z.infer<typeof authorisation>;

const secret = z.object({ accessToken: z.string(), refreshToken: z.string().nullable(), renewAt: z.string().nullable(), expiresAt: z.string().nullable(), scopes: z.array(z.string()) });
const channelChoices = z.array(z.object({
  externalId: z.string(), name: z.string(), kind: z.enum(['page', 'account', 'group', 'list', 'site']), followers: z.number().nullable(),
  settings: z.record(z.string(), z.string()), secret: secret.nullable(),
}));

const COLUMNS = `organisation_id AS "organisationId", id, network, way, started_by AS "startedBy", channel_id AS "channelId",
  state_hash IS NOT NULL AS "isAwaited", choices, problem, expires_at AS "expiresAt"`;

/** Connections being made. What opens channels lies in their rows encrypted; the state a network gives back lies there hashed. */
@Injectable()
export class ConnectionAttempts {
  constructor(private readonly vault: CredentialVault) {}

  async insert(manager: EntityManager, attempt: Omit<Attempt, 'isAwaited' | 'choices' | 'problem'>): Promise<void> {
    const { organisationId, id, network, way, startedBy, channelId, expiresAt } = attempt;
    await manager.query(
      'INSERT INTO connection_attempt (organisation_id, id, network, way, started_by, channel_id, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [organisationId, id, network, way, startedBy, channelId, expiresAt],
    );
  }

  /** null: there is none, it is over, or somebody else's. */
  async find(manager: EntityManager, { organisationId, id }: AttemptKey, { startedBy, now }: Asker): Promise<Attempt | null> {
    const [found] = await manager.query<Attempt[]>(
      `SELECT ${COLUMNS} FROM connection_attempt WHERE organisation_id = $1 AND id = $2 AND started_by = $3 AND expires_at > $4 FOR UPDATE`, [organisationId, id, startedBy, now],
    );
    return found ?? null;
  }

  /** Waits for the network to send the person back with this state. */
  async await(manager: EntityManager, key: AttemptKey, waiting: { state: string; authorisation: Authorisation }): Promise<void> {
    const { keyId, sealed } = await this.vault.seal(manager, waiting.authorisation, placeOf(key));
    await manager.query('UPDATE connection_attempt SET state_hash = $3, key_id = $4, sealed = $5 WHERE organisation_id = $1 AND id = $2', [key.organisationId, key.id, hashOf(waiting.state), keyId, sealed]);
  }

  /** The attempt that a state belongs to; outside any organisation. */
  async locate(manager: EntityManager, state: string): Promise<AttemptKey | null> {
    const [found] = await manager.query<AttemptKey[]>('SELECT organisation_id AS "organisationId", attempt_id AS id FROM connection_attempt_by_state($1)', [hashOf(state)]);
    return found ?? null;
  }

  /** Takes what was kept for the return: a second return with the same state finds nothing. @throws VaultError */
  async takeAuthorisation(manager: EntityManager, key: AttemptKey): Promise<Authorisation | null> {
    const sealed = await readSealed(manager, key, 'AND state_hash IS NOT NULL');
    if (sealed === null) return null;
    await manager.query('UPDATE connection_attempt SET state_hash = NULL, key_id = NULL, sealed = NULL WHERE organisation_id = $1 AND id = $2', [key.organisationId, key.id]);
    return authorisation.parse(await this.vault.open(manager, sealed, placeOf(key)));
  }

  async offer(manager: EntityManager, key: AttemptKey, choices: readonly ChannelChoice[]): Promise<void> {
    const { keyId, sealed } = await this.vault.seal(manager, choices, placeOf(key));
    await manager.query(
      'UPDATE connection_attempt SET choices = $3, key_id = $4, sealed = $5 WHERE organisation_id = $1 AND id = $2', [key.organisationId, key.id, JSON.stringify(choices.map(shown)), keyId, sealed],
    );
  }

  /** The choices with what opens them. @throws VaultError */
  async readChoices(manager: EntityManager, key: AttemptKey): Promise<ChannelChoice[]> {
    const sealed = await readSealed(manager, key, 'AND state_hash IS NULL');
    return sealed === null ? [] : channelChoices.parse(await this.vault.open(manager, sealed, placeOf(key)));
  }

  async fail(manager: EntityManager, key: AttemptKey, problem: string): Promise<void> {
    await manager.query('UPDATE connection_attempt SET problem = $3 WHERE organisation_id = $1 AND id = $2', [key.organisationId, key.id, problem]);
  }

  async remove(manager: EntityManager, { organisationId, id }: AttemptKey): Promise<void> {
    await manager.query('DELETE FROM connection_attempt WHERE organisation_id = $1 AND id = $2', [organisationId, id]);
  }
}

async function readSealed(manager: EntityManager, { organisationId, id }: AttemptKey, and: 'AND state_hash IS NULL' | 'AND state_hash IS NOT NULL'): Promise<Sealed | null> {
  const [row] = await manager.query<Sealed[]>(`SELECT key_id AS "keyId", sealed FROM connection_attempt WHERE organisation_id = $1 AND id = $2 AND sealed IS NOT NULL ${and} FOR UPDATE`, [organisationId, id]);
  return row ?? null;
}

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}

function placeOf({ organisationId, id }: AttemptKey): string {
  return `attempt/${organisationId}/${id}`;
}

function shown({ externalId, name, kind, followers }: ChannelChoice): ShownChoice {
  return { externalId, name, kind, followers };
}
