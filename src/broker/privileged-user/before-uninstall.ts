import type { BrokerPorts } from '../ports';

/**
 * Deletes data that must not outlive the app: old credentials. Groups, settings and the audit stay for Atlassian's recovery period.
 *
 * https://developer.atlassian.com/platform/forge/storage-reference/hosted-storage-data-lifecycle/
 */
export async function beforeUninstall({ legacyCredentials, log }: BrokerPorts): Promise<void> {
  await legacyCredentials.delete();
  log.info('old credentials deleted before uninstalling', {});
}
