import { createWriteStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { ArchiveManifest } from '../../apps/api/src/archives/archive-manifest.js';

/** Files of an archive by name, whole in memory: archives of tests are small. */
export async function readArchiveFiles(path: string): Promise<Map<string, string>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  zip.close();
  return files;
}

/** Another archive, as somebody who means harm would make it. */
export async function writeArchiveFiles(path: string, files: ReadonlyMap<string, string | Buffer>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** A copy whose manifest says something else. */
export async function withManifest(path: string, { into, change }: { into: string; change: (manifest: ArchiveManifest) => unknown }): Promise<string> {
  const files = await readArchiveFiles(path);
  const manifest = JSON.parse(files.get('manifest.json') ?? '');
  return writeArchiveFiles(into, files.set('manifest.json', JSON.stringify(change(manifest))));
}
