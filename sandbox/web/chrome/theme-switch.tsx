// Light or dark. The choice is kept, and the app notified (`FORGE_CORE_THEME_CHANGED`).
import { useColorMode } from '@atlaskit/app-provider/use-color-mode';
import { useSetColorMode } from '@atlaskit/app-provider/use-set-color-mode';
import Button from '@atlaskit/button/new';
import { useEffect } from 'react';

import { keepTheme } from './cookies';

/** Shows a button that names the other theme. */
export function ThemeSwitch({ onChange }: { onChange: (colorMode: 'light' | 'dark') => void }) {
  const colorMode = useColorMode();
  const setColorMode = useSetColorMode();
  const other = colorMode === 'dark' ? 'light' : 'dark';
  useEffect(() => {
    onChange(colorMode);
  }, [colorMode, onChange]);
  return (
    <Button
      appearance="subtle"
      spacing="compact"
      onClick={() => {
        keepTheme(other);
        setColorMode(other);
      }}
    >
      {other === 'dark' ? 'Dark theme' : 'Light theme'}
    </Button>
  );
}
