import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** A value of one cell: null is unknown. */
export type CopyValue = string | number | boolean | Date | readonly string[] | null;

/** What is copied where: each row's cells, in the order of the table's columns. Rows are numbered from 1. */
export interface CopyRequest<Row> {
  into: string;
  rows: AsyncIterable<Row>;
  cells: (row: Row, number: number) => readonly CopyValue[];
}

const CHUNK_CHARACTERS = 64 * 1024;
/** Enough that neither side waits for the other; more would only be kept. */
const CHUNKS_AHEAD = 2;
const SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Streams rows into a table by COPY, on the connection of the running transaction, in constant memory.
 * @returns how many
 */
export async function copyRows<Row>(manager: EntityManager, request: CopyRequest<Row>): Promise<number> {
  const client = await connectionOf(manager);
  const copy = client.query(copyFrom(`COPY ${request.into} FROM STDIN`));
  await pipeline(Readable.from(chunks(request), { highWaterMark: CHUNKS_AHEAD }), copy);
  return copy.rowCount;
}

async function connectionOf(manager: EntityManager): Promise<PoolClient> {
  if (!manager.queryRunner) throw new Error('COPY needs a running transaction');
  const client: PoolClient = await manager.queryRunner.connect();
  return client;
}

async function* chunks<Row>({ rows, cells }: CopyRequest<Row>): AsyncGenerator<Buffer> {
  let chunk = '';
  let number = 0;
  for await (const row of rows) {
    number += 1;
    chunk += copyLine(cells(row, number));
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk !== '') yield Buffer.from(chunk);
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
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPED[sign] ?? sign) : text;
}

function arrayElement(text: string): string {
  return `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}
