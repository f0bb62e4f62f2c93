/** Holds what somebody begins. */
export interface Doing {
  /** The account of whoever acts. */
  actor: string;
  operation: string;
  begin: () => Promise<unknown>;
}
