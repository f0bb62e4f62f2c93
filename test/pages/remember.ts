/** Answers calls from a table, and remembers what was asked; a call that the test does not expect is rejected. */
export function remember<Api extends object>(table: Partial<Api>) {
  const asked: { key: string; payload: unknown }[] = [];
  return {
    /** The payloads of one call, oldest first. */
    payloads: (key: keyof Api) => asked.filter((call) => call.key === key).map(({ payload }) => payload),
    invoke: (key: string, payload: unknown): unknown => {
      asked.push({ key, payload });
      const answer = (table as Record<string, ((payload: unknown) => unknown) | undefined>)[key];
      if (answer === undefined) throw new Error(`The test expects no call of ${key}.`);
      return answer(payload);
    },
  };
}
