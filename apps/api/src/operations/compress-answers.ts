import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Smaller ones fit one packet anyhow. */
const LEAST_BYTES = 1024;
/** Of 11: a report of 93 kB in a millisecond; the last half of what can be won takes a hundred times as long. */
const BROTLI_QUALITY = 4;

/**
 * Answers of text leave pressed, where whoever asks can read that: on a phone's line the month comes six times as fast. The pages' own files
 * are pressed once, when they are built (`serve-web.ts`). What is sent to us is never unpacked: a small bomb would fill the memory. Sizes give
 * nothing away: who somebody is travels in a cookie, and no answer holds a secret beside words that a stranger chose.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  await server.register(compress, {
    global: true, globalDecompression: false, threshold: LEAST_BYTES, encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
}
