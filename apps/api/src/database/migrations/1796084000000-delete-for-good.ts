import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLookUp } from './tenant-table.js';

/** An organisation waits some days before it is deleted; the journal forgets people who have no account any more, and nothing else. */
export class DeleteForGood1796084000000 implements MigrationInterface {
  name = 'DeleteForGood1796084000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation ADD COLUMN deletes_at timestamptz');
    await runner.query(`COMMENT ON COLUMN organisation.deletes_at IS 'an owner asked for its deletion, and may take that back until then'`);
    await createLookUp(runner, {
      signature: 'organisations_to_delete(at timestamptz)',
      returns: 'SETOF uuid',
      body: 'RETURN QUERY SELECT o.id FROM organisation o WHERE o.deletes_at <= at ORDER BY o.id;',
    });
    // Works in the organisation of the transaction alone: the policy of the table holds its owner too.
    await createLookUp(runner, {
      signature: 'forget_in_journal(person text)',
      returns: 'void',
      body: `
        IF EXISTS (SELECT FROM auth."user" u WHERE u.id = person) THEN RAISE EXCEPTION 'the journal forgets nobody who has an account'; END IF;
        UPDATE audit_entry SET
          actor_id = CASE WHEN actor_kind = 'person' AND actor_id = person THEN 'deleted' ELSE actor_id END,
          person_id = CASE WHEN person_id = person THEN 'deleted' ELSE person_id END
        WHERE (actor_kind = 'person' AND actor_id = person) OR person_id = person;`,
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION forget_in_journal');
    await runner.query('DROP FUNCTION organisations_to_delete');
    await runner.query('ALTER TABLE organisation DROP COLUMN deletes_at');
  }
}
