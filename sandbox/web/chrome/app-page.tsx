// A page of the app within the product: a hidden frame runs its code, and the product renders its tree.
import SectionMessage from '@atlaskit/section-message/message';
import { useMemo } from 'react';

import { isJiraPage } from '../address';
import type { Boot, OpenPage } from '../boot';
import type { Host } from '../bridge/host';
import { serveFrame } from '../bridge/port';
import { otherOrigin } from '../origins';
import { AppView } from './app-view';
import { directory } from './requests';

interface Props {
  boot: Boot;
  host: Host;
  openPage: Extract<OpenPage, { kind: 'app' }>;
}

/** Shows the page, or the product's reason not to open it for this person. */
export function AppPage({ boot, host, openPage: { page } }: Props) {
  const refusal = reasonToRefuse(boot, isJiraPage(page) ? 'Jira' : 'Confluence');
  if (refusal !== undefined) {
    return (
      <SectionMessage appearance="information" title={refusal.title}>
        {refusal.text}
      </SectionMessage>
    );
  }
  return <Opened boot={boot} host={host} resource={page.resource} />;
}

function Opened({ boot: { frameSandbox }, host, resource }: Pick<Props, 'boot' | 'host'> & { resource: string }) {
  const frames = useMemo(
    () => ({
      urlOf: (key: string) => `${otherOrigin(location.origin)}/_frame/${key}/`,
      sandbox: frameSandbox,
      connect: (frameId: string, port: MessagePort) => serveFrame(host, frameId, port),
    }),
    [frameSandbox, host],
  );
  return (
    <>
      <AppView host={host} directory={directory} frames={frames} />
      <iframe name="app" title="Code of the app" src={`/_app/${resource}`} hidden />
    </>
  );
}

function reasonToRefuse(
  { signedIn }: Boot,
  product: 'Confluence' | 'Jira',
): { title: string; text: string } | undefined {
  if (signedIn === undefined) return { title: 'Nobody is signed in', text: 'Choose who you are in the bar above.' };
  if (!signedIn.active) return { title: 'This account is deactivated', text: `${signedIn.name} can't sign in.` };
  if (product === 'Jira' ? signedIn.canUseJira : signedIn.canUseConfluence) return undefined;
  return { title: `No access to ${product}`, text: `${signedIn.name} has an account here, but can't open ${product}.` };
}
