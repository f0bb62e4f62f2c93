// The running deployment, as Forge describes it.
// https://developer.atlassian.com/platform/forge/apis-reference/app-context-api/
import { getAppContext } from '@forge/api';

import type { Environment } from '../broker/ports';

/** Returns the installation of the app that this invocation is for, as the platform says. Valid inside an invocation only. */
export function currentInstallation(): string {
  return getAppContext().installationAri.installationId;
}

/** Returns the version and environment of the app. Valid inside an invocation only. */
export function currentEnvironment(): Environment {
  const { appVersion, environmentType } = getAppContext();
  return { appVersion, environmentType };
}
