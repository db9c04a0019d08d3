import { pinoHttp as httpLogger } from 'pino-http';
import { QueryFailedError } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { logSettings } from './log-settings.js';

/** What is written down when something is logged. */
function written(line: object): string {
  let text = '';
  const { pinoHttp } = logSettings('info', { write: (part) => void (text += part) });
  if (!Array.isArray(pinoHttp)) throw new Error('options and destination');
  httpLogger(...pinoHttp).logger.info(line);
  return text;
}

describe('logs', () => {
  it.each([
    { authorization: 'Bearer hush' },
    { headers: { cookie: 'portee.session_token=hush' } },
    { answer: { headers: { 'set-cookie': 'hush' } } },
    { person: { password: 'hush' } },
    { secretKey: 'hush' },
    { settings: { connectionString: 'postgres://portee:hush@localhost' } },
  ])('never hold a secret: %o', (line) => {
    expect(written(line)).not.toContain('hush');
    expect(written(line)).toContain('…');
  });

  it.each([
    { url: '/api/v1/organisations/centre/posts?q=hush' },
    { url: '/', originalUrl: '/api/v1/organisations/centre/posts?q=hush' },
  ])('hold the path of a request, not what people looked for: %o', (address) => {
    const line = written({ req: { id: '1', method: 'GET', ...address, headers: { host: 'x' } } });
    expect(line).toContain('"req":{"id":"1","method":"GET","path":"/api/v1/organisations/centre/posts"}');
  });

  it('hold why a statement failed, not its values', () => {
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(hush@exemple.be) already exists.' });
    const line = written({ err: new Error('refused', { cause: new QueryFailedError('INSERT INTO x VALUES ($1)', ['hush@exemple.be'], cause) }) });
    expect(line).toContain('duplicate key');
    expect(line).toContain('"code":"23505"');
    expect(line).not.toContain('hush');
  });
});
