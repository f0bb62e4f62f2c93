// How the sandbox's own paths read what they get, and say what is wrong with it.
import type { z } from 'zod';

/** A field, and what is wrong with it. */
interface Problem {
  field: string;
  message: string;
}

export function errorAnswer(status: number, code: string, message: string, fields?: readonly Problem[]): Response {
  return Response.json({ error: { code, message, ...(fields && { fields }) } }, { status });
}

/** The body of a request, if it is what the schema says. */
export async function bodyOf<T>(request: Request, schema: z.ZodType<T>): Promise<T | undefined> {
  const body: unknown = await request.json().catch(() => undefined);
  return schema.safeParse(body).data;
}
