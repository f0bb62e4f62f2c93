/** Shares one request: every call made while it's under way gets its answer. */
export function shared<T>(request: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return async () => {
    underWay ??= request().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
