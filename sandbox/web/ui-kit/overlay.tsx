// Overlays: Modal and its parts, Tooltip, Popup. Atlaskit moves focus into a modal and back.
// https://developer.atlassian.com/platform/forge/ui-kit/components/modal/
import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalHeaderProps,
  ModalProps,
  ModalTitleProps,
  PopupProps,
  TooltipProps,
} from '@atlaskit/forge-react-types';
import ModalBody from '@atlaskit/modal-dialog/modal-body';
import Modal from '@atlaskit/modal-dialog/modal-dialog';
import ModalFooter from '@atlaskit/modal-dialog/modal-footer';
import ModalHeader from '@atlaskit/modal-dialog/modal-header';
import ModalTitle from '@atlaskit/modal-dialog/modal-title';
import ModalTransition from '@atlaskit/modal-dialog/modal-transition';
import { Popup } from '@atlaskit/popup/popup';
import Tooltip from '@atlaskit/tooltip/Tooltip';
import type { ComponentProps } from 'react';

import { docsOf, slot } from './doc';
import { component } from './entry';
import type { Catalogue } from './entry';
import { drawAll } from './node';

const modal: Catalogue = {
  ModalTransition: component<object>()([], ({ children }) => <ModalTransition>{children}</ModalTransition>),
  Modal: component<ModalProps>()(
    ['autoFocus', 'height', 'label', 'onClose', 'shouldScrollInViewport', 'testId', 'title', 'width'],
    ({ props: { title, ...props }, children }) => (
      <Modal {...props}>
        {title !== undefined && (
          <ModalHeader hasCloseButton>
            <ModalTitle>{title}</ModalTitle>
          </ModalHeader>
        )}
        {children}
      </Modal>
    ),
  ),
  ModalHeader: component<ModalHeaderProps>()(['testId'], ({ props, children }) => (
    <ModalHeader {...props}>{children}</ModalHeader>
  )),
  ModalTitle: component<ModalTitleProps>()(['appearance', 'isMultiline', 'testId'], ({ props, children }) => (
    <ModalTitle {...props}>{children}</ModalTitle>
  )),
  ModalBody: component<ModalBodyProps>()(['hasInlinePadding', 'testId'], ({ props, children }) => (
    <ModalBody {...props}>{children}</ModalBody>
  )),
  ModalFooter: component<ModalFooterProps>()(['testId'], ({ props, children }) => (
    <ModalFooter {...props}>{children}</ModalFooter>
  )),
};

const POPUP = [
  'autoFocus',
  'fallbackPlacements',
  'id',
  'isOpen',
  'label',
  'onClose',
  'placement',
  'role',
  'shouldDisableFocusLock',
  'shouldFitContainer',
  'shouldFlip',
  'shouldRenderToParent',
  'testId',
  'titleId',
] as const;

export const overlay: Catalogue = {
  ...modal,
  Tooltip: component<TooltipProps>()(
    ['content', 'delay', 'mousePosition', 'position', 'testId', 'truncate'],
    ({ props: { content, ...props }, children }) => (
      <Tooltip {...props} content={drawAll(docsOf(content, 'content'))}>
        {children}
      </Tooltip>
    ),
  ),
  Popup: component<PopupProps>()(POPUP, ({ props: { isOpen, ...props }, doc }) => (
    <Popup
      {...(props as ComponentProps<typeof Popup>)}
      isOpen={isOpen}
      content={() => <>{drawAll(slot(doc, 'content'))}</>}
      // The app's own button is the trigger, within an element that the popup is aligned to.
      trigger={({ ref }) => <span ref={ref}>{drawAll(slot(doc, 'trigger'))}</span>}
    />
  )),
};
