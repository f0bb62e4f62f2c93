import { z } from 'zod/mini';

import { FIELD_PROBLEMS } from './field-problems';

/** Accepts a field that may be left out. Many clients write that as `null`, which means the same. */
export function absentable<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? undefined),
  );
}

/** Accepts a call without a payload. */
export const nothing = z.strictObject({});

/** Accepts the version of a setting, as the page read it. */
export const version = z.int().check(z.minimum(0));

/** Accepts the version at which a page has seen something wait: it's told only what came after. */
export const waitsAt = absentable(version);

/** Accepts the position at which a page of the audit or of records ended; made by the back end. */
export const position = z
  .string()
  .check(z.minLength(1), z.maxLength(200), z.regex(/^[\w.:~#-]+$/, FIELD_PROBLEMS.reload));

/** Accepts the place from which an export of these entities goes on. */
export function exportPlace<const Entities extends readonly string[]>(entities: Entities) {
  return z.strictObject({
    exportId: z.uuid(FIELD_PROBLEMS.reload),
    entity: z.enum(entities),
    after: absentable(position),
  });
}
