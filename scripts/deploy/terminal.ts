/** Gives a deployment its folder and terminal. */
export interface Terminal {
  /** Folder of the project. */
  folder: string;
  env: NodeJS.ProcessEnv;
  /** True if a person can answer prompts. */
  isTerminal: boolean;
  print: (line: string) => void;
  /** Builds the folders that Forge uploads as they are. Rejects if one can't be built. */
  build: () => Promise<void>;
  sleep: (ms: number) => Promise<unknown>;
}
