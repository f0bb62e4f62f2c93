// A button of the bar, and what it opens below itself.
import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { useEscape } from './use-escape';

interface Props {
  id: string;
  label: string;
  appearance?: 'default' | 'subtle' | 'warning';
  children: ReactNode;
}

/** Opens and closes by the button; closes by Escape, which gives the button the focus, and by a click elsewhere. */
export function Disclosure({ id, label, appearance = 'subtle', children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => {
    setOpen(false);
    document.getElementById(id)?.focus();
  }, [id]);
  const box = useEscape<HTMLDivElement>(close);
  useEffect(() => {
    function closeOutside({ target }: Event): void {
      if (target instanceof Node && box.current?.contains(target) === false) setOpen(false);
    }

    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [box]);
  return (
    <div className="disclosure" ref={box}>
      <Button
        id={id}
        spacing="compact"
        appearance={appearance}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {label}
      </Button>
      {isOpen && <div className="disclosed">{children}</div>}
    </div>
  );
}
