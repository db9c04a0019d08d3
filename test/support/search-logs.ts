import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LOG_ENDING, SECRET_ENDING } from './kept-logs.js';

/** What no line of a log may hold, whoever it is of. */
const NEVER_LOGGED: readonly (readonly [what: string, looks: RegExp])[] = [
  ['an e-mail address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['a token of the API', /portee_[\w-]{43}(?![\w-])/gu],
  // Not what begins like JSON in base64: cursors do, and stand in addresses that are fuzzed.
  ['a secret of 32 bytes', /(?<![\w-])(?!eyJ)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{43}(?![\w-])/gu],
  ['a token in a header', /Bearer\s+[\w.~+/=-]{8,}/giu],
  ['a cookie', /portee\.[\w.]+=[^;"\s]+/gu],
  ['a signing secret', /whsec_[\w+/=]+/gu],
  ['a second factor', /otpauth:\/\/[^\s"]+/gu],
  ['a password in an address', /\/\/[^\s/:@"]+:[^\s/@"]+@/gu],
];
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
const WORD = /[\w-]{10,}/gu;

/** A line of a log that tells what it must not. */
export interface ToldLine {
  what: string;
  /** Without what it told. */
  line: string;
}

export interface SearchedLogs {
  lines: number;
  told: ToldLine[];
}

/** Looks through everything that a run kept: for what looks like a secret, and for what programs were told in confidence. */
export async function searchLogs(folder: string): Promise<SearchedLogs> {
  const files = readdirSync(folder);
  const secrets = new Set(files.filter((name) => name.endsWith(SECRET_ENDING)).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).map((line) => String(JSON.parse(line)))));
  const look = lookFor([...secrets]);
  const told: ToldLine[] = [];
  let lines = 0;
  for await (const line of linesOf(files.filter((name) => name.endsWith(LOG_ENDING)).map((name) => join(folder, name)))) {
    lines += 1;
    const found = look(line);
    if (found !== null) told.push(found);
  }
  return { lines, told };
}

async function* linesOf(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) yield* createInterface({ input: createReadStream(path) });
}

/** Words are looked up, since there are thousands of either; of others a line is asked for each. */
function lookFor(secrets: readonly string[]): (line: string) => ToldLine | null {
  const words = new Set(secrets.map(longestWord).filter((word) => word !== '' && !UUID.test(word)));
  const phrases = secrets.filter((secret) => longestWord(secret) === '');
  return (line) => {
    for (const [what, looks] of NEVER_LOGGED) if (line.search(looks) >= 0) return { what, line: line.replace(looks, '…') };
    const word = line.match(WORD)?.find((one) => words.has(one));
    const known = word ?? phrases.find((phrase) => line.includes(phrase));
    return known === undefined ? null : { what: 'what was told in confidence', line: line.replaceAll(known, '…') };
  };
}

/** Of a cookie's value the part before its signature; '': it has spaces, as a password has. */
function longestWord(secret: string): string {
  return /\s/u.test(secret) ? '' : (secret.match(WORD) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
