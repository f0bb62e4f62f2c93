// The ways into a story that is being made: the app's own doors, changes that people make elsewhere, and time.
import type { Duration } from '../../sandbox/duration';
import type { Sandbox } from '../../sandbox/sandbox';

/** Holds the value of a call that the app granted. */
type Value = Readonly<Record<string, unknown>>;

/** Each call is made by the person with this handle; it rejects unless the app does what is asked. */
export interface Doors {
  /** Calls a function of the page in Confluence's settings. */
  global: (handle: string, functionKey: string, payload: object) => Promise<Value>;
  /** Calls a function of the page in the settings of the stories' space. */
  space: (handle: string, functionKey: string, payload: object) => Promise<Value>;
  /** Calls a function of the page in Jira's settings. */
  jira: (handle: string, functionKey: string, payload: object) => Promise<Value>;
  /** Makes a change that somebody makes elsewhere, as `/_sandbox/changes` names it. */
  change: (change: object) => void;
  /** Lets time pass, with what is due. */
  pass: (time: Duration) => Promise<void>;
  idOf: (handle: string) => string;
  projectIdOf: (key: string) => string;
}

/** Opens the doors of a sandbox. A call takes a second of its clock. */
export function doorsOf({ site, invoke, letPass }: Sandbox, spaceKey: string): Doors {
  const space = site.spaces().find(({ key }) => key === spaceKey);

  function idOf(handle: string): string {
    return site.model.accountOf(handle).accountId;
  }

  function doorOf(moduleKey: string, extension: object) {
    return async (handle: string, functionKey: string, payload: object): Promise<Value> => {
      const result = await invoke({ moduleKey, functionKey, payload, accountId: idOf(handle), context: { extension } });
      await letPass({ seconds: 1 });
      return valueOf(functionKey, result as Result);
    };
  }

  return {
    global: doorOf('global-settings', {}),
    space: doorOf('space-settings', { space }),
    jira: doorOf('customer-settings', {}),
    change: (change) => requireNone(site.change(change)),
    pass: letPass,
    idOf,
    projectIdOf: (key) => site.model.project(key).id,
  };
}

type Result = { ok: true; value: Value } | { ok: false; error: object };

function valueOf(functionKey: string, result: Result): Value {
  if (result.ok) return result.value;
  throw new Error(`${functionKey} was answered ${JSON.stringify(result.error)}`);
}

function requireNone(problems: readonly { field: string; message: string }[]): void {
  if (problems.length > 0) throw new Error(problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
}
