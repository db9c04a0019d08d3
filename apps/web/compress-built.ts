import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const WORTH_IT = /\.(?:js|css|html|svg|json|webmanifest)$/;

/** Lays each text file of the build beside itself as Brotli and as gzip, pressed once and as small as they get: the server sends them as they are. */
export function compressBuilt(): Plugin {
  let folder = '';
  return {
    name: 'compress-built', apply: 'build',
    configResolved: ({ root, build }) => { folder = resolve(root, build.outDir); },
    closeBundle: async () => {
      const files = (await readdir(folder, { recursive: true })).filter((name) => WORTH_IT.test(name));
      await Promise.all(files.map((name) => compress(join(folder, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const text = await readFile(path);
  const [small, old] = await Promise.all([
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
    promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, small), writeFile(`${path}.gz`, old)]);
}
