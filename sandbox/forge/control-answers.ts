// Reading of requests to the sandbox's own paths, and answers that name problems.
import type { z } from 'zod';

/** Names a field and its problem. */
interface Problem {
  field: string;
  message: string;
}

export function errorAnswer(status: number, code: string, message: string, fields?: readonly Problem[]): Response {
  return Response.json({ error: { code, message, ...(fields && { fields }) } }, { status });
}

/** Reads the body of a request; undefined if it doesn't match the schema. */
export async function bodyOf<T>(request: Request, schema: z.ZodType<T>): Promise<T | undefined> {
  const body: unknown = await request.json().catch(() => undefined);
  return schema.safeParse(body).data;
}
