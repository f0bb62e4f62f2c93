import { expect } from 'vitest';

/** What a script goes by, of an answer that must be problem details. */
export function problemOf({
  status,
  headers,
  body,
}: {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}) {
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({ type: 'about:blank', status, title: expect.any(String) });
  expect(JSON.stringify(body)).not.toMatch(/\n\s+at |node_modules|\/src\//);
  return { status, code: body['code'] };
}
