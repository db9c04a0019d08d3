import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table.js';

/** Tags that a team gives to its posts, by hand or by words; those a file tells of stay in post.themes. */
export class CreateThemes1795910400000 implements MigrationInterface {
  name = 'CreateThemes1795910400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE theme (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        words text[] NOT NULL DEFAULT '{}',
        earlier_names text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (organisation_id, id),
        FOREIGN KEY (organisation_id) REFERENCES organisation ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN theme.earlier_names IS 'in lower case: files that tell of one of these still mean this theme'`);
    await runner.query(`CREATE UNIQUE INDEX theme_name ON theme (organisation_id, lower(name))`);
    await protectTenantTable(runner, 'theme');
    await runner.query(`
      CREATE TABLE post_theme (
        organisation_id uuid NOT NULL,
        theme_id uuid NOT NULL,
        post_id uuid NOT NULL,
        by_hand boolean,
        by_words boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organisation_id, theme_id, post_id),
        FOREIGN KEY (organisation_id, theme_id) REFERENCES theme ON DELETE CASCADE,
        FOREIGN KEY (organisation_id, post_id) REFERENCES post ON DELETE CASCADE
      )`);
    await runner.query(`COMMENT ON COLUMN post_theme.by_hand IS 'true: given by a person; false: taken away by a person, whatever the words say; null: nobody decided'`);
    await runner.query(`CREATE INDEX post_theme_post ON post_theme (organisation_id, post_id)`);
    await protectTenantTable(runner, 'post_theme');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['post_theme', 'theme']) await runner.query(`DROP TABLE ${table}`);
  }
}
