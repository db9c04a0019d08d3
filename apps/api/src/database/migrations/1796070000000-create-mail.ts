import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp, protectTenantTable } from './tenant-table.js';

/** Mails that wait, and what became of those that left. Of no organisation are those about an account: whoever has it finds them in their mailbox. */
export class CreateMail1796070000000 implements MigrationInterface {
  name = 'CreateMail1796070000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail (
        organisation_id uuid REFERENCES organisation ON DELETE CASCADE,
        id uuid PRIMARY KEY,
        person_id text REFERENCES auth."user" ON DELETE CASCADE,
        kind text NOT NULL,
        to_address text NOT NULL CHECK (length(to_address) <= 254),
        language text NOT NULL,
        sealed bytea,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'given-up', 'returned')),
        tries int NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL,
        taken_at timestamptz,
        answer text CHECK (length(answer) <= 500),
        created_at timestamptz NOT NULL,
        settled_at timestamptz
      )`);
    await runner.query(`COMMENT ON COLUMN mail.sealed IS 'what it says, encrypted, for it may hold a link that opens something; gone once it has left'`);
    await runner.query(`CREATE INDEX mail_due ON mail (next_try_at) WHERE state IN ('waiting', 'sending')`);
    await runner.query('CREATE INDEX mail_of_organisation ON mail (organisation_id, created_at)');
    await protectTenantTable(runner, 'mail');
    await runner.query(`CREATE POLICY of_an_account ON mail FOR INSERT WITH CHECK (organisation_id IS NULL)`);
    await runner.query(`CREATE POLICY post_office ON mail TO CURRENT_USER USING (true) WITH CHECK (true)`);
    await this.createPostOffice(runner);
  }

  /** What sends works for everybody: it takes one mail at a time, and says what became of it. */
  private async createPostOffice(runner: QueryRunner): Promise<void> {
    await createLookUp(runner, {
      signature: 'take_mail(at timestamptz, idle interval)',
      returns: 'TABLE (organisation_id uuid, id uuid, to_address text, language text, sealed bytea, tries int, created_at timestamptz)',
      body: `RETURN QUERY UPDATE mail m SET state = 'sending', taken_at = at, tries = m.tries + 1 WHERE m.id = (
           SELECT w.id FROM mail w WHERE (w.state = 'waiting' AND w.next_try_at <= at) OR (w.state = 'sending' AND w.taken_at <= at - idle)
           ORDER BY w.next_try_at, w.id LIMIT 1 FOR UPDATE SKIP LOCKED
         ) RETURNING m.organisation_id, m.id, m.to_address, m.language, m.sealed, m.tries, m.created_at;`,
    });
    await createLookUp(runner, {
      signature: 'settle_mail(mail_id uuid, at_try int, now_state text, server_answer text, again_at timestamptz, at timestamptz)',
      returns: 'boolean',
      body: `UPDATE mail m SET state = now_state, answer = server_answer, next_try_at = coalesce(again_at, m.next_try_at),
           sealed = CASE WHEN again_at IS NULL THEN NULL ELSE m.sealed END, settled_at = CASE WHEN again_at IS NULL THEN at END
         WHERE m.id = mail_id AND m.tries = at_try AND m.state = 'sending'; RETURN FOUND;`,
    });
    await createLookUp(runner, {
      signature: 'return_mail(mail_id uuid, server_answer text, at timestamptz)',
      returns: 'boolean',
      body: `UPDATE mail m SET state = 'returned', answer = server_answer, settled_at = at WHERE m.id = mail_id AND m.state = 'sent'; RETURN FOUND;`,
    });
    await createLookUp(runner, {
      signature: 'forget_mails(before timestamptz)',
      returns: 'void',
      body: `DELETE FROM mail m WHERE m.settled_at < before;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['take_mail', 'settle_mail', 'return_mail', 'forget_mails']) await runner.query(`DROP FUNCTION ${name}`);
    await runner.query('DROP TABLE mail');
  }
}
