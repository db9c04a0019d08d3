import { createHash } from 'node:crypto';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type ArchiveManifest, MANIFEST } from './archive-manifest.js';

/** What was written of one file. */
export interface WrittenFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** Writes a zip archive file by file, in constant memory. Whoever reads `output` sets the pace. */
export class ArchiveWriter {
  readonly output = new PassThrough();
  private readonly zip = new ZipFile();

  constructor(private readonly writtenAt: Date) {
    this.zip.on('error', (error: Error) => this.output.destroy(error));
    this.zip.outputStream.pipe(this.output);
  }

  /** Writes a file from a stream to its end. @throws what the stream fails with, or whoever reads the archive */
  async addStream(path: string, source: Readable): Promise<WrittenFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    const tap = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const broken = () => tap.destroy(new Error('the archive is no longer read'));
    this.output.once('close', broken);
    source.once('error', (error) => tap.destroy(error));
    try {
      this.zip.addReadStream(source.pipe(tap), path, { mtime: this.writtenAt });
      if (this.output.destroyed) broken();
      await finished(tap);
    } catch (error) {
      source.destroy();
      throw error;
    } finally {
      this.output.off('close', broken);
    }
    return { path, bytes, sha256: hash.digest('hex') };
  }

  addText(path: string, text: string): void {
    this.zip.addBuffer(Buffer.from(text), path, { mtime: this.writtenAt });
  }

  /** Says what was written; no file comes after. */
  end(manifest: ArchiveManifest): ArchiveManifest {
    this.addText(MANIFEST, JSON.stringify(manifest, null, 1));
    this.zip.end();
    return manifest;
  }

  /** Gives up: what was written so far can be read by nobody, and is seen to be cut. */
  fail(error: Error): void {
    this.output.destroy(error);
  }
}
