// Icon, and the icons of buttons and breadcrumbs: the glyphs that an admin page may use. Any other is reported.
// https://developer.atlassian.com/platform/forge/ui-kit/components/icon/
import type { IconProps } from '@atlaskit/forge-react-types';
import AddIcon from '@atlaskit/icon/core/add';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import ClockIcon from '@atlaskit/icon/core/clock';
import CopyIcon from '@atlaskit/icon/core/copy';
import CrossIcon from '@atlaskit/icon/core/cross';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import DeleteIcon from '@atlaskit/icon/core/delete';
import DownloadIcon from '@atlaskit/icon/core/download';
import EditIcon from '@atlaskit/icon/core/edit';
import FilterIcon from '@atlaskit/icon/core/filter';
import LinkExternalIcon from '@atlaskit/icon/core/link-external';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import PeopleGroupIcon from '@atlaskit/icon/core/people-group';
import PersonIcon from '@atlaskit/icon/core/person';
import PersonAddIcon from '@atlaskit/icon/core/person-add';
import PersonRemoveIcon from '@atlaskit/icon/core/person-remove';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import SearchIcon from '@atlaskit/icon/core/search';
import SettingsIcon from '@atlaskit/icon/core/settings';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InfoIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import UploadIcon from '@atlaskit/icon/core/upload';
import { token } from '@atlaskit/tokens';
import { useEffect } from 'react';
import type { ComponentProps } from 'react';

import { component } from './entry';
import type { Catalogue } from './entry';
import { useProduct } from './node';

/** Maps a glyph's name to its icon, by old and new names, as UI Kit accepts both. */
const GLYPHS: Readonly<Record<string, typeof AddIcon>> = {
  add: AddIcon,
  'arrow-left': ArrowLeftIcon,
  'arrow-right': ArrowRightIcon,
  check: CheckMarkIcon,
  'check-circle': CheckCircleIcon,
  'check-mark': CheckMarkIcon,
  'chevron-down': ChevronDownIcon,
  'chevron-right': ChevronRightIcon,
  clock: ClockIcon,
  copy: CopyIcon,
  cross: CrossIcon,
  'cross-circle': CrossCircleIcon,
  delete: DeleteIcon,
  download: DownloadIcon,
  edit: EditIcon,
  error: ErrorIcon,
  filter: FilterIcon,
  info: InfoIcon,
  'link-external': LinkExternalIcon,
  lock: LockIcon,
  'lock-locked': LockIcon,
  'people-group': PeopleGroupIcon,
  person: PersonIcon,
  'person-add': PersonAddIcon,
  'person-remove': PersonRemoveIcon,
  'question-circle': QuestionIcon,
  refresh: RefreshIcon,
  search: SearchIcon,
  settings: SettingsIcon,
  'status-error': ErrorIcon,
  'status-information': InfoIcon,
  'status-success': SuccessIcon,
  'status-warning': WarningIcon,
  trash: DeleteIcon,
  upload: UploadIcon,
  warning: WarningIcon,
};

/** Returns the icon of a glyph's name; reports an unknown one and returns undefined. */
export function useGlyph(name: string | undefined) {
  const { unmodelled } = useProduct();
  const icon = name === undefined ? undefined : GLYPHS[name];
  const missing = name !== undefined && icon === undefined;
  useEffect(() => {
    if (missing) unmodelled(`the icon ${name}`);
  }, [missing, name, unmodelled]);
  return icon;
}

type Tint = NonNullable<ComponentProps<typeof AddIcon>['color']>;

export const icons: Catalogue = {
  Icon: component<IconProps>()(
    ['color', 'glyph', 'label', 'primaryColor', 'size'],
    ({ props: { glyph, label, color, primaryColor, size } }) => {
      const Glyph = useGlyph(glyph);
      const tint = token(color ?? primaryColor ?? 'color.icon') as Tint;
      return Glyph === undefined ? (
        <span style={{ outline: '2px dashed magenta' }}>{glyph}</span>
      ) : (
        <Glyph label={label} color={tint} size={size === 'small' ? 'small' : 'medium'} />
      );
    },
  ),
};
