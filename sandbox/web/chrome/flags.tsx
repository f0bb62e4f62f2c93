// Flags that `showFlag` of @forge/bridge shows.
// https://developer.atlassian.com/platform/forge/custom-ui-bridge/showFlag/
import AutoDismissFlag from '@atlaskit/flag/auto-dismiss-flag';
import FlagBox from '@atlaskit/flag/flag';
import { FlagGroup } from '@atlaskit/flag/flag-group';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InfoIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';

import type { Flag } from '../bridge/state';

/** Shows all flags, newest first. */
export function Flags({ flags, onDismissed }: { flags: readonly Flag[]; onDismissed: (id: Flag['id']) => void }) {
  return (
    <FlagGroup onDismissed={onDismissed}>
      {flags.map((flag) => (
        <FlagView key={flag.id} flag={flag} />
      ))}
    </FlagGroup>
  );
}

const ICONS = {
  info: <InfoIcon label="Information" color={token('color.icon.information')} />,
  success: <SuccessIcon label="Success" color={token('color.icon.success')} />,
  warning: <WarningIcon label="Warning" color={token('color.icon.warning')} />,
  error: <ErrorIcon label="Error" color={token('color.icon.danger')} />,
};

function FlagView({ flag, ...rest }: { flag: Flag; onDismissed?: (id: Flag['id']) => void }) {
  const Box = flag.isAutoDismiss === true ? AutoDismissFlag : FlagBox;
  return (
    <Box
      // FlagGroup adds the dismissal to its children's props.
      {...rest}
      id={flag.id}
      title={flag.title ?? ''}
      description={flag.description}
      // `type` sets the icon of a normal flag; `appearance` makes a bold one, which hides the description until opened.
      {...(flag.appearance === undefined ? { icon: ICONS[flag.type ?? 'info'] } : { appearance: flag.appearance })}
      actions={(flag.actions ?? []).map(({ text, onClick }) => ({ content: text, onClick: () => onClick?.() }))}
    />
  );
}
