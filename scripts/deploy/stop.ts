const NAME = 'DeploymentStopped';

/** Creates the error that ends a deployment with a sentence for the person at the terminal. */
export function stop(sentence: string): Error {
  const error = new Error(sentence);
  error.name = NAME;
  return error;
}

/** Tells a deliberate end of a deployment from a bug in the script. */
export function isStop(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
