import { Button, Heading, Inline, LoadingButton, Lozenge, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { FirstRunView, FirstStep, StepEnd } from '../../../src/shared/groups/first-run';
import { FIRST_RUN, STEP_STATES, STEPS } from '../../../src/shared/words/first-run';
import { say } from '../../../src/shared/words/format';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { flagSuccess } from '../../feedback/flag';
import { useAction } from '../../hooks/use-action';
import { useCall } from '../../hooks/use-call';
import { FromCsum } from './from-csum';
import { Tell } from './tell';

type Tab = 'setup' | 'rules' | 'groups';
const TABS = { privilegedUser: 'setup', names: 'rules', where: 'rules', takeOver: 'groups' } as const;
const APPEARANCES = { open: 'inprogress', done: 'success', skipped: 'default' } as const;

interface Props {
  /** They came back from the tab that a step sent them to: the focus goes on here. */
  isBack: boolean;
  onOpen: (tab: Tab) => void;
}

/** Leads through what is left to set up, one step after the other. Draws nothing once each is done or skipped. */
export function FirstRun({ isBack, onOpen }: Props) {
  const { value, failure, replace, reload } = useCall(() => callGlobalSettings('readFirstRun', {}));
  const [ended, setEnded] = useState(0);
  if (failure !== undefined) return <FailureMessage failure={failure} onRetry={reload} />;
  const open = value?.steps.filter(({ state }) => state === 'open') ?? [];
  const [next] = open;
  if (value === undefined || next === undefined) return null;
  function onEnded(view: FirstRunView) {
    setEnded((count) => count + 1);
    replace(view);
  }
  return (
    <Stack space="space.150">
      <Heading as="h3" size="small">
        {FIRST_RUN.heading}
      </Heading>
      <Text>{say(FIRST_RUN.left, { n: open.length, all: value.steps.length })}</Text>
      {value.steps.map(({ step, state }) => (
        <Stack key={step} space="space.100">
          <Inline space="space.100" alignBlock="center">
            <Lozenge appearance={APPEARANCES[state]}>{STEP_STATES[state]}</Lozenge>
            <Text>{STEPS[step].title}</Text>
          </Inline>
          {step === next.step && (
            <Step
              step={step}
              app={value.app}
              takesFocus={isBack || ended > 0}
              {...{ onOpen, onEnded }}
              onReload={reload}
            />
          )}
        </Stack>
      ))}
    </Stack>
  );
}

interface StepProps extends Pick<FirstRunView, 'app'> {
  step: FirstStep;
  /** The button that was pressed is gone. */
  takesFocus: boolean;
  onOpen: (tab: Tab) => void;
  onEnded: (view: FirstRunView) => void;
  onReload: () => void;
}

function Step({ step, app, takesFocus, onOpen, onEnded, onReload }: StepProps) {
  const action = useAction();
  const { help, open } = STEPS[step];
  function end(as: StepEnd) {
    action.run(
      () => callGlobalSettings('endFirstStep', { step, end: as }),
      (view) => {
        flagSuccess('first-step-ended', as === 'done' ? FIRST_RUN.doneFlag : FIRST_RUN.skipped);
        onEnded(view);
      },
    );
  }
  return (
    <Stack space="space.100">
      <Text color="color.text.subtle">{help}</Text>
      {step === 'names' && <FromCsum onUsed={onReload} />}
      {step === 'tell' && <Tell app={app} />}
      {action.failure !== undefined && <FailureMessage failure={action.failure} onReload={onReload} />}
      <Inline space="space.100">
        <Button
          appearance="primary"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={takesFocus}
          onClick={() => (step === 'tell' ? end('done') : onOpen(TABS[step]))}
        >
          {open ?? FIRST_RUN.done}
        </Button>
        <LoadingButton appearance="subtle" isLoading={action.busy} onClick={() => end('skipped')}>
          {FIRST_RUN.skip}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
