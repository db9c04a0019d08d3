import * as contract from '@portee/shared';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleOf } from './example-of.js';

const schemas = Object.entries(contract).flatMap(([name, schema]) => (schema instanceof z.ZodType ? [{ name, schema }] : []));

describe('an example of the OpenAPI document', () => {
  it.each(schemas)('of $name is one that its schema takes', ({ schema }) => {
    const example = exampleOf(schema);
    expect(example).toBeDefined();
    expect(schema.safeParse(example).error).toBeUndefined();
  });

  it('names the same thing by the same identifier wherever it stands', () => {
    const thing = z.object({ id: z.uuid() }).meta({ id: 'ExampleThing' });
    const one = z.object({ id: z.uuid() }).parse(exampleOf(thing));
    expect(z.object({ exampleThingId: z.uuid() }).parse(exampleOf(z.object({ exampleThingId: z.uuid() }))).exampleThingId).toBe(one.id);
  });

  it('is none where nothing invented fits: a wrong one is never shown', () => {
    expect(exampleOf(z.string().regex(/^[ΑΩ]{9}$/))).toBeUndefined();
  });
});
