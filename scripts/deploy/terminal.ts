/** Gives a deployment its folder and terminal. */
export interface Terminal {
  /** Folder of the project. */
  folder: string;
  env: NodeJS.ProcessEnv;
  /** True if a person can answer prompts. */
  isTerminal: boolean;
  print: (line: string) => void;
  sleep: (ms: number) => Promise<unknown>;
}
