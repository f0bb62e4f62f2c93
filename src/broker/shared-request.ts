/** Lets everybody who asks while one request is under way have its answer. */
export function shared<T>(request: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return async () => {
    underWay ??= request().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
