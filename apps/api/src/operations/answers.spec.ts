import { StreamableFile } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AnswerInterceptor } from './answers.js';

const interceptor = new AnswerInterceptor(new Reflector());
const person = z.object({ name: z.string() });
const anne = { name: 'Anne', passwordHash: 'hush' };

describe('an answer', () => {
  it('leaves with what its schema knows and nothing else', async () => {
    expect(await interceptor.serialize(anne, person)).toEqual({ name: 'Anne' });
    expect(await interceptor.serialize([anne], person.array())).toEqual([{ name: 'Anne' }]);
  });

  it('does not leave where it does not follow its schema', async () => {
    await expect(interceptor.serialize({ name: null }, person)).rejects.toThrow();
    await expect(interceptor.serialize([anne], person)).rejects.toThrow();
  });

  it('leaves as it is where it is a file, or has no schema', () => {
    const file = new StreamableFile(Buffer.from('x'));
    expect(interceptor.serialize(file, person)).toBe(file);
    expect(interceptor.serialize(anne, undefined)).toBe(anne);
  });
});
