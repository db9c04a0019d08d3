import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Terminal } from './command-line.js';

/** The terminal, or whatever stands in its place. */
export const nodeTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readSecret: (question) => (process.stdin.isTTY ? askSecret(question) : readLine(process.stdin)),
  readLine: (question) => (process.stdin.isTTY ? askOpenly(question) : readLine(process.stdin)),
  readAll: () => text(process.stdin),
};

/** First line of what is piped in. */
async function readLine(input: NodeJS.ReadableStream): Promise<string> {
  return (await text(input)).split(/\r?\n/)[0] ?? '';
}

/** Asks without echo: the reader writes into the void. */
async function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}

async function askOpenly(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
  try {
    return await reader.question(question);
  } finally {
    reader.close();
  }
}
