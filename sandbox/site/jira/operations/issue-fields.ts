// The body of a request to create an issue.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post
import { z } from 'zod';

import { readBody } from '../../core/call';
import { unmodelled } from '../../core/refusal';
import { adfSchema } from '../adf';
import { SUMMARY_LENGTH } from '../limits';
import type { Call } from '../model';
import { fieldRefusal } from '../refusal-body';

const reference = z.object({ id: z.string().exactOptional(), key: z.string().exactOptional() });

const fieldsSchema = z.object({
  project: reference,
  issuetype: z.object({ id: z.string().exactOptional(), name: z.string().exactOptional() }),
  summary: z
    .string()
    .min(1)
    .max(SUMMARY_LENGTH)
    .refine((text) => !/[\r\n]/.test(text)),
  description: adfSchema.nullish(),
});

const createSchema = z.object({ fields: z.record(z.string(), z.unknown()) }).catchall(z.unknown());

const KNOWN_FIELDS = Object.keys(fieldsSchema.shape);

/** Reads the fields of a new issue. Refuses fields that the sandbox doesn't model. */
export function readIssueFields(call: Call): z.output<typeof fieldsSchema> {
  const { fields, ...rest } = readBody(call, createSchema);
  const other = [
    ...Object.keys(rest),
    ...Object.keys(fields)
      .filter((name) => !KNOWN_FIELDS.includes(name))
      .map((name) => `fields.${name}`),
  ];
  if (other.length > 0) {
    throw unmodelled(`createIssue with ${other.join(', ')}`);
  }
  const parsed = fieldsSchema.safeParse(fields);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path }) => [String(path[0]), `${String(path[0])} is missing or invalid`]);
    throw fieldRefusal(400, Object.fromEntries(wrong) as Record<string, string>);
  }
  return parsed.data;
}
