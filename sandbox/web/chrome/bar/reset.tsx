// "Reset": the site as it was when the sandbox started without kept state, once somebody says so twice.
import Button from '@atlaskit/button/new';
import ModalBody from '@atlaskit/modal-dialog/modal-body';
import Modal from '@atlaskit/modal-dialog/modal-dialog';
import ModalFooter from '@atlaskit/modal-dialog/modal-footer';
import ModalHeader from '@atlaskit/modal-dialog/modal-header';
import ModalTitle from '@atlaskit/modal-dialog/modal-title';
import ModalTransition from '@atlaskit/modal-dialog/modal-transition';
import { useState } from 'react';

import { resetSite } from './control';
import { reloadAll } from './reload';

const BUTTON = 'reset';

/** Shows the button, and asks before it resets. */
export function Reset({ say }: { say: (sentence: string) => void }) {
  const [isAsking, setAsking] = useState(false);

  async function reset(): Promise<void> {
    try {
      await resetSite();
      reloadAll('The site is as it was at first. This page was loaded again.', BUTTON);
    } catch {
      setAsking(false);
      say("The site couldn't be reset. Try again, or look at the terminal.");
    }
  }

  return (
    <>
      <Button id={BUTTON} spacing="compact" appearance="subtle" onClick={() => setAsking(true)}>
        Reset
      </Button>
      <ModalTransition>
        {isAsking && <Question onYes={() => void reset()} onNo={() => setAsking(false)} />}
      </ModalTransition>
    </>
  );
}

function Question({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  return (
    <Modal onClose={onNo} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Reset the site?</ModalTitle>
      </ModalHeader>
      <ModalBody>
        Everything since the start, or since the story began, is lost: changes of the site, what the app stored and
        queued, the clock, what is broken, and what Atlassian saw. A folder named with --data then keeps the new state.
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onNo}>
          Cancel
        </Button>
        <Button appearance="warning" onClick={onYes}>
          Reset the site
        </Button>
      </ModalFooter>
    </Modal>
  );
}
