import type { z } from 'zod/mini';

import type { Result } from './result';

export type Calls<Payloads extends Record<string, z.ZodMiniType>, Answers extends Record<keyof Payloads, unknown>> = {
  [Key in keyof Payloads]: (payload: z.input<Payloads[Key]>) => Result<Answers[Key]>;
};
