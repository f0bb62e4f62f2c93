import { Button, Inline } from '@forge/react';

interface Props {
  previousLabel: string;
  nextLabel: string;
  /** Absent: this is the first page. */
  onPrevious: (() => void) | undefined;
  /** Absent: this is the last page. */
  onNext: (() => void) | undefined;
}

/** Pages through a list that the server splits. Draws nothing if there is only one page. */
export function Pager({ previousLabel, nextLabel, onPrevious, onNext }: Props) {
  return onPrevious === undefined && onNext === undefined ? null : (
    <Inline space="space.100">
      {onPrevious !== undefined && <Button onClick={onPrevious}>{previousLabel}</Button>}
      {onNext !== undefined && <Button onClick={onNext}>{nextLabel}</Button>}
    </Inline>
  );
}
