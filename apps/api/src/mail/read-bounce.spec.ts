import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBounce } from './read-bounce.js';

const ID = '01a22e36-f13c-729c-8b6a-d6f90be2804a';

/** As Postfix writes it, with folded lines. */
const report = ({ action = 'failed', messageId = `<${ID}@cerisier.example>`, end = '\r\n' } = {}) => [
  'From: MAILER-DAEMON@mx.example', 'Subject: Undelivered Mail Returned to Sender', 'Content-Type: multipart/report; report-type=delivery-status; boundary="b"', '',
  '--b', 'Content-Type: text/plain', '', 'I am sorry to have to inform you that your message could not be delivered.', '--b', 'Content-Type: message/delivery-status', '',
  'Reporting-MTA: dns; mx.example', '', 'Final-Recipient: rfc822; parti@exemple.be', `Action: ${action}`, 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 <parti@exemple.be>:', '    Recipient address rejected', '--b',
  'Content-Type: text/rfc822-headers', '', 'Subject: Invitation', `Message-ID: ${messageId}`, '--b--', '',
].join(end);

describe('a report of a mail that came back', () => {
  it.each(['\r\n', '\n'])('names the mail and says why, its lines parted by %j', (end) => {
    expect(readBounce(report({ end }))).toEqual({ mailId: ID, answer: '550 5.1.1 <parti@exemple.be>: Recipient address rejected' });
  });

  it.each([
    { what: 'a delay, after which it may still arrive', message: report({ action: 'delayed' }) },
    { what: 'of a mail of somebody else', message: report({ messageId: '<CAF123@mail.example>' }) },
    { what: 'an answer that somebody writes', message: `Message-ID: <${ID}@cerisier.example>\n\nMerci !` },
  ])('is not $what', ({ message }) => {
    expect(readBounce(message)).toBeNull();
  });

  it('is read from anything without harm', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('Action: failed', `Message-ID: <${ID}@x>`, 'Diagnostic-Code: smtp; 550', ' ', '\r\n'))), (parts) => {
      const found = readBounce(parts.join('\n'));
      expect(found === null || found.mailId === ID).toBe(true);
    }));
  });
});
