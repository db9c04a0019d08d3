/** What a server reports of a mail that it took and could not deliver. */
export interface Bounce {
  mailId: string;
  /** In the server's words, one line. */
  answer: string;
}

/** RFC 3464: such a report says so for each recipient; « delayed » is no bounce. */
const FAILED = /^Action:\s*failed\b/imu;
/** Of the mail that came back, in the headers that the report quotes. */
const OURS = /^Message-ID:\s*<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/imu;
const DIAGNOSIS = /^Diagnostic-Code:\s*(?:[\w-]+\s*;)?\s*(.+)$/imu;
const STATUS = /^Status:\s*([\d.]+)/imu;
const LONGEST = 300;

/** Reads a report of delivery as mail servers send it to the sender's address. Null: it is none, is of a delay only, or of a mail that is not ours. */
export function readBounce(message: string): Bounce | null {
  const unfolded = message.replaceAll(/\r?\n[ \t]+/gu, ' ').replaceAll('\r', '');
  const mailId = OURS.exec(unfolded)?.[1];
  if (mailId === undefined || !FAILED.test(unfolded)) return null;
  const answer = DIAGNOSIS.exec(unfolded)?.[1] ?? STATUS.exec(unfolded)?.[1] ?? '';
  return { mailId: mailId.toLowerCase(), answer: answer.trim().slice(0, LONGEST) };
}
