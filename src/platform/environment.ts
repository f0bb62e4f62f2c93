// The running deployment, as Forge describes it.
// https://developer.atlassian.com/platform/forge/apis-reference/app-context-api/
import { getAppContext } from '@forge/api';

import type { Environment } from '../broker/ports';

/** Returns the installation of the app that this invocation is for, as the platform says. Valid inside an invocation only. */
export function currentInstallation(): string {
  return getAppContext().installationAri.installationId;
}

/** Matches the site of Jira among the sites that the app is installed on. */
const JIRA_SITE = /^ari:cloud:jira:/;

/** Tells whether an admin connected the app to Jira; undefined: the platform doesn't say. Valid inside an invocation only. */
export function isJiraConnected(): boolean | undefined {
  return getAppContext().installation?.contexts.some((context) => JIRA_SITE.test(context.toString()));
}

/** Returns the version and environment of the app, and their ids. Valid inside an invocation only. */
export function currentEnvironment(): Environment {
  const { appVersion, environmentType, appAri, environmentAri } = getAppContext();
  return { appVersion, environmentType, appId: appAri.appId, environmentId: environmentAri.environmentId };
}
