import { Client } from 'pg';

export interface Statement {
  sql: string;
  parameters: unknown[];
}

/** Every statement that this process sends to PostgreSQL while the work lasts, in order. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const query: unknown = Reflect.get(Client.prototype, 'query');
  const listen = function (this: Client, ...sent: [string | { text: string; values?: unknown[] }, unknown]): unknown {
    const [asked, values] = sent;
    statements.push(typeof asked === 'string' ? { sql: asked, parameters: Array.isArray(values) ? values : [] } : { sql: asked.text, parameters: asked.values ?? [] });
    return typeof query === 'function' ? Reflect.apply(query, this, sent) : undefined;
  };
  Object.assign(Client.prototype, { query: listen });
  try {
    await work();
  } finally {
    Object.assign(Client.prototype, { query });
  }
  return statements;
}
