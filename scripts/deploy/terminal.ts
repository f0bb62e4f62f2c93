/** Where a deployment runs. */
export interface Terminal {
  /** The project's folder. */
  folder: string;
  env: NodeJS.ProcessEnv;
  /** Whether a person is there to be asked. */
  isTerminal: boolean;
  print: (line: string) => void;
  sleep: (ms: number) => Promise<unknown>;
}
