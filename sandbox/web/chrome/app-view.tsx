// An app's page as the product renders it: its tree, its flags, or the message that it crashed.
import SectionMessage from '@atlaskit/section-message/message';
import Spinner from '@atlaskit/spinner/spinner';
import { Component, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';

import type { Host } from '../bridge/host';
import { catalogue } from '../ui-kit/catalogue';
import { Node, ProductProvider } from '../ui-kit/node';
import type { Directory, Frames } from '../ui-kit/node';
import { Flags } from './flags';

interface Props {
  host: Host;
  directory: Directory;
  frames: Frames;
}

/** Shows a render error instead of an empty page. */
class DrawingBoundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.message === undefined ? this.props.children : <Crash message={this.state.message} />;
  }
}

/** Renders the app's latest tree. */
export function AppView({ host: { store }, directory, frames }: Props) {
  const { doc, flags, crash } = useSyncExternalStore(store.subscribe, store.get);
  const product = useMemo(
    () => ({ catalogue, directory, frames, unmodelled: store.unmodelled }),
    [directory, frames, store],
  );

  function closeFlag(id: string | number): void {
    store.set({ flags: store.get().flags.filter((flag) => flag.id !== id) });
  }

  return (
    <ProductProvider value={product}>
      <DrawingBoundary>
        {crash !== undefined && <Crash message={crash} />}
        {crash === undefined && doc === undefined && <Spinner label="Loading app" size="large" />}
        {crash === undefined && doc !== undefined && <Node doc={doc} />}
      </DrawingBoundary>
      <Flags flags={flags} onDismissed={closeFlag} />
    </ProductProvider>
  );
}

function Crash({ message }: { message: string }) {
  return (
    <SectionMessage appearance="error" title="Something went wrong">
      {`The app could not be shown: ${message}`}
    </SectionMessage>
  );
}
