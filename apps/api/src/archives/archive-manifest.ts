import { z } from 'zod';

/** Version of the layout: what is inside a file's cells, and where files stand. */
export const ARCHIVE_VERSION = 1;
export const MANIFEST = 'manifest.json';
/** The installation's secret key, where it was asked for. */
export const KEY_FILE = 'secret-key.txt';

const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One table of one part: a file where it has rows, nothing where it has none. */
const archivedTable = z.object({
  schema: z.enum(['public', 'auth']),
  table: name,
  columns: name.array().max(200),
  rows: z.number().int().nonnegative(),
  file: z.object({ path: z.string().max(300), bytes: z.number().int().nonnegative(), sha256 }).nullable(),
});
export type ArchivedTable = z.infer<typeof archivedTable>;

/** The rows of one organisation, or (null) what belongs to none of them. */
const archivedPart = z.object({ organisationId: z.uuid().nullable(), tables: archivedTable.array().max(500) });
export type ArchivedPart = z.infer<typeof archivedPart>;

/** What an archive says of itself. It is written last: an archive that was cut short has none. */
export const archiveManifest = z.object({
  format: z.literal('portee-archive'),
  version: z.number().int().positive(),
  kind: z.enum(['installation', 'organisation']),
  writtenAt: z.iso.datetime(),
  /** Names of the migrations that its tables have seen, oldest first. */
  migrations: z.string().max(200).array().max(5_000),
  /** By it a restore knows whether it has the same secret key; the key cannot be found from it. */
  keyFingerprint: sha256.nullable(),
  /** What it is of, where it is of one organisation. */
  organisation: z.object({ name: z.string().min(1).max(120), slug: z.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/) }).nullable().default(null),
  parts: archivedPart.array().max(100_000),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;

/** How many rows an archive holds in all. */
export function rowsOf({ parts }: Pick<ArchiveManifest, 'parts'>): number {
  return parts.reduce((sum, { tables }) => sum + tables.reduce((rows, table) => rows + table.rows, 0), 0);
}
