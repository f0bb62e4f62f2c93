/** Holds what somebody begins. */
export interface Doing {
  /** The account of whoever acts. */
  actor: string;
  operation: string;
  /** True: they may not, or send what nobody should. */
  unfit?: boolean;
  begin: () => Promise<unknown>;
}
