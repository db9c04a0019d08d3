import { createHash } from 'node:crypto';

const FLICKR = '123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const SHORT_SIGNS = 22;

/** A video goes by any of three identifiers. */
export interface VideoIdentifiers {
  id: number;
  uuid: string;
  shortUUID: string;
}

/** @param place  where its channel stands in the server's list */
export function videoIdentifiers(channel: { key: string; place: number }, number: number): VideoIdentifiers {
  const hex = createHash('sha256').update(`${channel.key} ${number}`).digest('hex');
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { id: channel.place * 100_000 + number, uuid, shortUUID: shortened(uuid) };
}

/** Whether a text could be one of the three. */
export function isVideoIdentifier(text: string): boolean {
  return /^\d{1,9}$/.test(text) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) || (text.length === SHORT_SIGNS && [...text].every((sign) => FLICKR.includes(sign)));
}

function shortened(uuid: string): string {
  let left = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let signs = '';
  while (left > 0n) {
    signs = FLICKR.charAt(Number(left % 58n)) + signs;
    left /= 58n;
  }
  return signs.padStart(SHORT_SIGNS, FLICKR.charAt(0));
}
