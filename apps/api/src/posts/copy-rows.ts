import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** A value of one cell: null is unknown. */
export type CopyValue = string | number | boolean | Date | readonly string[] | null;

const CHUNK_CHARACTERS = 64 * 1024;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Streams rows into a table by COPY, on the connection of the running transaction, in constant memory. */
export async function copyRows(manager: EntityManager, into: string, rows: AsyncIterable<readonly CopyValue[]>): Promise<void> {
  const client = await connectionOf(manager);
  await pipeline(Readable.from(chunks(rows)), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
}

async function connectionOf(manager: EntityManager): Promise<PoolClient> {
  if (!manager.queryRunner) throw new Error('COPY needs a running transaction');
  const client: PoolClient = await manager.queryRunner.connect();
  return client;
}

async function* chunks(rows: AsyncIterable<readonly CopyValue[]>): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += copyLine(row);
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** One line of PostgreSQL's COPY text format. */
function copyLine(row: readonly CopyValue[]): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) line += (index === 0 ? '' : '\t') + cell(row[index] ?? null);
  return `${line}\n`;
}

function cell(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  return escape(`{${value.map(arrayElement).join(',')}}`);
}

function escape(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (sign) => ESCAPED[sign] ?? sign);
}

function arrayElement(text: string): string {
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}
