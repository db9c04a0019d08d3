import type { ImportView } from '@portee/shared';
import { vi } from 'vitest';
import type { Member } from './visitor.js';

const OPEN: readonly ImportView['state'][] = ['waiting', 'reading'];

/** Hands a file in over HTTP, as the page does. */
export async function upload(visitor: Member, file: { name: string; bytes: Uint8Array | string }, fields: Record<string, string> = {}): Promise<ImportView> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([typeof file.bytes === 'string' ? file.bytes : new Uint8Array(file.bytes)]), file.name);
  return visitor.json<ImportView>('POST', `/api/v1/organisations/${visitor.slug}/imports`, form);
}

/** The import once the worker has done with it. */
export async function settled(visitor: Member, id: string): Promise<ImportView> {
  return vi.waitFor(async () => {
    const view = await visitor.json<ImportView>('GET', `/api/v1/organisations/${visitor.slug}/imports/${id}`);
    if (OPEN.includes(view.state)) throw new Error(`still ${view.state}`);
    return view;
  }, { timeout: 60_000, interval: 50 });
}

/** Uploads and waits. */
export async function importFile(visitor: Member, file: { name: string; bytes: Uint8Array | string }, fields: Record<string, string> = {}): Promise<ImportView> {
  return settled(visitor, (await upload(visitor, file, fields)).id);
}
