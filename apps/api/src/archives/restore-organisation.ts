import { type Role, roles } from '@portee/shared';
import type { ClientBase } from 'pg';
import type { QueryRunner } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { freshInvitation } from '../accounts/fresh-invitation.js';
import { migrations } from '../database/migrations/index.js';
import { ownerDataSource } from '../database/migrate-database.js';
import { recordAct } from '../operations/record-act.js';
import { asking, SAME_EVERYWHERE } from './archive-connection.js';
import { ArchiveError } from './archive-error.js';
import type { ArchivedPart } from './archive-manifest.js';
import { exportedTables, MEMBERS } from './exported-tables.js';
import { fillPart, openStagedRows, stageTable } from './fill-tables.js';
import { assureKnown } from './migration-steps.js';
import type { OpenedArchive } from './open-archive.js';
import { readStoredTables } from './stored-tables.query.js';

export interface RestoredOrganisation {
  id: string;
  slug: string;
  name: string;
  /** Who had access, and the link by which each may come back: nobody comes in by a file. */
  invitations: { email: string; role: Role; token: string }[];
}

export interface OrganisationTarget {
  ownerUrl: string;
  secretKey: string;
  now: Date;
}

const formerMember = z.object({ email: z.email().max(254), role: z.enum(roles) });

/**
 * Adds an organisation to the installation from its archive, which has been checked: all of it or nothing. Under its own identifier and name in
 * addresses where they are free.
 * @throws ArchiveError archive-newer, archive-older, archive-damaged
 */
export async function restoreOrganisation(target: OrganisationTarget, archive: OpenedArchive): Promise<RestoredOrganisation> {
  assureKnown(archive.manifest.migrations);
  if (archive.manifest.migrations.length < migrations.length) throw new ArchiveError('archive-older');
  const source = await ownerDataSource(target.ownerUrl).initialize();
  try {
    return await source.transaction((manager) => {
      if (manager.queryRunner === undefined) throw new Error('a transaction has its connection');
      return restoreIn(manager.queryRunner, target, archive);
    });
  } finally {
    await source.destroy();
  }
}

async function restoreIn(runner: QueryRunner, { now }: OrganisationTarget, archive: OpenedArchive): Promise<RestoredOrganisation> {
  const client: ClientBase = await runner.connect();
  const { organisation, part } = contentsOf(archive);
  await client.query(SAME_EVERYWHERE);
  const tables = exportedTables(await readStoredTables(asking(client)));
  await openStagedRows(client, [...tables, MEMBERS]);
  const id = await freeIdentifier(client, part.organisationId);
  const slug = await freeSlug(client, organisation.slug);
  const rows = part.tables.filter(({ table }) => table !== MEMBERS.table);
  await fillPart({ client, tables, stream: archive.stream, slug }, { ...part, tables: rows }, id);
  await begin(client, id);
  const invitations = await inviteAgain(client, { archive, part, id, now });
  await recordAct(runner.manager, 'organisation-restored', { subject: archive.manifest.writtenAt });
  return { id, slug, name: organisation.name, invitations };
}

function contentsOf({ manifest }: OpenedArchive): { organisation: { name: string; slug: string }; part: ArchivedPart & { organisationId: string } } {
  const [part, ...others] = manifest.parts;
  if (manifest.organisation === null || part === undefined || part.organisationId === null || others.length > 0) throw new ArchiveError('archive-damaged', { file: 'manifest.json' });
  return { organisation: manifest.organisation, part: { ...part, organisationId: part.organisationId } };
}

async function freeIdentifier(client: ClientBase, wanted: string): Promise<string> {
  const taken = await asking(client)('SELECT 1 FROM organisation_ids() AS known WHERE known = $1', [wanted]);
  return taken.length === 0 ? wanted : newId();
}

async function freeSlug(client: ClientBase, wanted: string): Promise<string> {
  let slug = wanted;
  for (let number = 2; (await asking(client)('SELECT organisation_id_by_slug($1) AS id', [slug]))[0]?.['id'] !== null; number += 1) slug = `${wanted.slice(0, 70)}-${number}`;
  return slug;
}

/** What opens channels did not come along: they are asked for anew. Nothing is under way, and nobody asked this one to be deleted. */
async function begin(client: ClientBase, id: string): Promise<void> {
  await client.query(`UPDATE channel SET state = 'needs-reconnection', next_due_at = NULL, claimed_until = NULL WHERE organisation_id = $1 AND state = 'connected'`, [id]);
  await client.query('UPDATE organisation SET deletes_at = NULL WHERE id = $1', [id]);
  // Two of the same would both write to the board.
  await client.query(`UPDATE report_mailing SET mode = 'off' WHERE organisation_id = $1`, [id]);
}

async function inviteAgain(client: ClientBase, { archive, part, id, now }: { archive: OpenedArchive; part: ArchivedPart; id: string; now: Date }): Promise<RestoredOrganisation['invitations']> {
  const members = part.tables.find(({ table }) => table === MEMBERS.table);
  if (!members?.file) return [];
  const rows = await stageTable({ client, stream: archive.stream }, { stored: MEMBERS, archived: members });
  const invitations = formerMember.array().safeParse(rows.filter(({ email }) => email !== null).map(({ email, role }) => ({ email: String(email).toLowerCase(), role })));
  if (!invitations.success) throw new ArchiveError('archive-damaged', { file: members.file.path }, { cause: invitations.error });
  const sent = [];
  for (const { email, role } of invitations.data) {
    const { token, tokenHash, createdAt, expiresAt } = freshInvitation(now);
    await client.query('INSERT INTO invitation (organisation_id, id, email, role, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [id, newId(), email, role, tokenHash, createdAt, expiresAt]);
    sent.push({ email, role, token });
  }
  return sent;
}
