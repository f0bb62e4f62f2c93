import { LoadingButton } from '@forge/react';
import type { ComponentProps } from 'react';

import type { Result } from '../../../src/shared/result';
import { FailureMessage } from '../../feedback/failure-message';
import { useAction } from '../../hooks/use-action';

interface Props<Value> {
  label: string;
  appearance?: ComponentProps<typeof LoadingButton>['appearance'];
  call: () => Promise<Result<Value>>;
  onDone: (value: Value) => void;
}

/** Offers one step of a replacement, and says below it if that failed. */
export function ReplacementStep<Value>({ label, appearance, call, onDone }: Props<Value>) {
  const action = useAction();
  return (
    <>
      <LoadingButton
        {...(appearance && { appearance })}
        isLoading={action.busy}
        onClick={() => action.run(call, onDone)}
      >
        {label}
      </LoadingButton>
      {action.failure !== undefined && <FailureMessage failure={action.failure} />}
    </>
  );
}
