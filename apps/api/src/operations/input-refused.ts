import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { FieldReason } from '@portee/shared';
import { z } from 'zod';

/** One thing that will not do in what was sent. */
export interface RefusedField {
  /** Where: "email", "readings.0.day"; empty for the whole. */
  path: string;
  reason: FieldReason;
  limit: number;
}

/** What was sent does not follow the contract. */
export class InputRefused extends Error {
  constructor(readonly fields: readonly RefusedField[]) {
    super(`refused input: ${fields.map(({ path, reason }) => `${path} ${reason}`).join(', ')}`);
  }
}

/** Checks every body, query and parameter that names a schema, and hands on the parsed value. */
export function inputPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new InputRefused(issues.map(toRefusedField)) });
}

/** The parts of a zod issue that a sentence needs; the pipe knows issues of any library, hence parsed. */
const issueShape = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).catch([]),
  code: z.string().catch(''),
  origin: z.string().catch(''),
  format: z.string().catch(''),
  minimum: z.number().catch(0),
  maximum: z.number().catch(0),
});
type Issue = z.infer<typeof issueShape>;

/** Messages that the contract gives its own rules are reasons already. */
const ownReasons: readonly FieldReason[] = ['day', 'month', 'time-zone', 'period-reversed', 'time', 'span-too-long', 'occurrence-half-named', 'mapping-needs-date', 'mapping-needs-channel', 'no-semicolon', 'no-word'];
const formats: Record<string, FieldReason> = { email: 'email', date: 'day', datetime: 'instant', uuid: 'identifier' };
const sizes: Record<string, { small: FieldReason; big: FieldReason }> = {
  string: { small: 'too-short', big: 'too-long' },
  array: { small: 'too-few', big: 'too-many' },
};

function toRefusedField(foreign: unknown): RefusedField {
  const issue = issueShape.parse(foreign);
  return { path: issue.path.join('.'), ...reasonOf(issue) };
}

function reasonOf(issue: Issue): { reason: FieldReason; limit: number } {
  const own = ownReasons.find((reason) => reason === issue.message);
  if (own) return { reason: own, limit: 0 };
  const size = sizes[issue.origin] ?? { small: 'too-small', big: 'too-big' };
  switch (issue.code) {
    case 'too_small': return { reason: size.small, limit: issue.minimum };
    case 'too_big': return { reason: size.big, limit: issue.maximum };
    case 'invalid_format': return { reason: formats[issue.format] ?? 'invalid', limit: 0 };
    case 'invalid_value': return { reason: 'unknown-choice', limit: 0 };
    case 'unrecognized_keys': return { reason: 'unknown-field', limit: 0 };
    default: return { reason: 'invalid', limit: 0 };
  }
}
