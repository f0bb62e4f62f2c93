// Frame: a resource of the app in an iframe of another origin, sandboxed.
// https://developer.atlassian.com/platform/forge/ui-kit/components/frame/
import type { FrameProps } from '@atlaskit/forge-react-types';
import { useEffect, useId, useRef } from 'react';

import { CONNECT } from '../bridge/port';
import { component } from './entry';
import type { Catalogue, Drawing } from './entry';
import { useProduct } from './node';

type Props = Pick<FrameProps, 'resource' | 'height' | 'width'>;

export const frame: Catalogue = {
  Frame: component<FrameProps>()(['resource', 'height', 'width'], FrameView),
};

function FrameView({ props: { resource, height = '150px', width = '100%' } }: Drawing<Props>) {
  const { frames } = useProduct();
  const id = `frame-${useId()}`;
  const iframe = useRef<HTMLIFrameElement>(null);
  const url = frames.urlOf(resource);
  useEffect(() => {
    function onMessage({ data, origin, source, ports: [port] }: MessageEvent): void {
      const isOurs = origin === new URL(url).origin && source === iframe.current?.contentWindow;
      if (isOurs && data === CONNECT && port !== undefined) frames.connect(id, port);
    }
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, [frames, id, url]);
  return (
    <iframe
      ref={iframe}
      title={resource}
      name={id}
      src={url}
      sandbox={frames.sandbox}
      style={{ border: 0, inlineSize: width, blockSize: height }}
    />
  );
}
