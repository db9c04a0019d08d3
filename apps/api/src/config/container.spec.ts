import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { fileVariables } from './env-schema.js';

const read = (name: string): string => readFileSync(new URL(`../../../../${name}`, import.meta.url), 'utf8');

const service = z.object({
  user: z.string().optional(), read_only: z.boolean().optional(), cap_drop: z.array(z.string()).optional(), cap_add: z.array(z.string()).optional(), security_opt: z.array(z.string()).optional(),
  privileged: z.boolean().optional(), ports: z.array(z.string()).optional(), networks: z.array(z.string()), volumes: z.array(z.string()).optional(), secrets: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(), command: z.array(z.string()).optional(), build: z.string().optional(), image: z.string(),
});
const compose = z.object({ services: z.record(z.string(), service), networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })), volumes: z.record(z.string(), z.object({})), secrets: z.record(z.string(), z.object({ file: z.string() })) })
  .parse(parse(read('docker-compose.yml'), { merge: true }));
const services = Object.entries(compose.services).map(([name, made]) => ({ name, ...made }));
const steps = read('Dockerfile').split('\n').filter((line) => /^[A-Z]+ /.test(line));

describe('the image', () => {
  it('ends as the account of the program, which owns none of its files', () => {
    const last = steps.slice(steps.findLastIndex((step) => step.startsWith('FROM ')));
    expect(last.filter((step) => step.startsWith('USER '))).toEqual(['USER node']);
    expect(last.findIndex((step) => step.startsWith('USER '))).toBeLessThan(last.findIndex((step) => step.startsWith('CMD ')));
    expect(last.filter((step) => /^(?:RUN|ADD) |--chown/.test(step))).toEqual([]);
  });

  it('is given no secret while it is built', () => {
    expect(steps.filter((step) => /^(?:ARG|ENV) /.test(step) && fileVariables.some((name) => step.includes(name)))).toEqual([]);
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '.portee', 'secrets']));
  });
});

describe.each(services)('the container $name', (one) => {
  it('runs without root, without capabilities, and gains none', () => {
    expect(one.build === undefined ? one.user : 'node').toMatch(/^(?:postgres|redis|node)$/);
    expect(one).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], read_only: true });
    expect([one.cap_add, one.privileged]).toEqual([undefined, undefined]);
  });

  it('writes nowhere but in a volume of its own, or in memory', () => {
    expect((one.volumes ?? []).map((volume) => volume.split(':')[0])).toEqual(one.build === undefined ? [one.name] : []);
  });

  it('is given secrets as files only, all of which the file knows', () => {
    const { environment = {}, secrets = [] } = one;
    expect(fileVariables.filter((name) => name !== 'REDIS_URL' && environment[name] !== undefined)).toEqual([]);
    // The queue is reached from inside alone, without a password.
    expect(environment['REDIS_URL'] ?? 'redis://queue:6379').toBe('redis://queue:6379');
    const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE')).map(([, path]) => path);
    expect(files.toSorted()).toEqual(secrets.map((name) => `/run/secrets/${name}`).toSorted());
    expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(secrets));
  });

  it('is reached from outside only where it is the door, and from this machine alone unless somebody says otherwise', () => {
    expect(one.ports ?? []).toEqual(one.name === 'api' ? ['${PORTEE_LISTEN:-127.0.0.1}:${PORTEE_PORT:-3000}:3000'] : []);
    if (one.build === undefined) expect(one.networks.map((name) => compose.networks[name]?.internal)).toEqual([true]);
  });
});

it('hands over every secret that a server may want', () => {
  const { api } = compose.services;
  const wanted = fileVariables.filter((name) => !['REDIS_URL', 'PORTEE_ADMIN_PASSWORD'].includes(name));
  expect(Object.keys(api?.environment ?? {})).toEqual(expect.arrayContaining(wanted.map((name) => `${name}_FILE`)));
});
