import { z } from 'zod/mini';

export const AuditOutcome = z.enum(['succeeded', 'unchanged', 'failed', 'refused', 'unknown', 'pending']);

export type AuditOutcome = z.infer<typeof AuditOutcome>;
