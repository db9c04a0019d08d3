// Copies what the compiler leaves behind (layouts of documents, the style of shared pages) from src into dist, in the same folders.
import { cpSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('./src', import.meta.url));
const to = fileURLToPath(new URL('./dist', import.meta.url));
const kept = /\.(typ|css)$/;

cpSync(from, to, {
  recursive: true,
  filter: (path) => statSync(path).isDirectory() || kept.test(path),
});
