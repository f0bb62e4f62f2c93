import { z } from 'zod';

/** A call that sends nothing. */
export const nothing = z.strictObject({});

/** Of a setting, as the page has seen it. */
export const version = z.int().min(0);

/** Where a page of the audit or of records ended; made by the back end. */
export const position = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w.:~#-]+$/, 'Reload the page.');
