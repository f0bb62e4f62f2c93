// "Break": switches for what can go wrong at Atlassian.
import Toggle from '@atlaskit/toggle/toggle';
import { useEffect, useState } from 'react';

import { BREAKS } from './breaks';
import { readBroken, setBroken } from './control';
import { Disclosure } from './disclosure';

/** Shows the menu; its button says how much is broken. */
export function BreakMenu({ say }: { say: (sentence: string) => void }) {
  const { broken, change } = useBroken(say);
  return (
    <Disclosure
      id="break"
      label={broken.size === 0 ? 'Break' : `Break: ${String(broken.size)} on`}
      appearance={broken.size === 0 ? 'subtle' : 'warning'}
    >
      <ul className="breaks">
        {BREAKS.map(({ key, text, about }) => (
          <li key={key}>
            <Toggle
              id={`break-${key}`}
              isChecked={broken.has(key)}
              descriptionId={`break-${key}-about`}
              onChange={() => void change(key)}
            />
            <label htmlFor={`break-${key}`}>{text}</label>
            <span id={`break-${key}-about`}>{about}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Follows what is broken; one change at a time. */
function useBroken(say: (sentence: string) => void) {
  const [broken, show] = useState<ReadonlySet<string>>(new Set());
  const [isChanging, setChanging] = useState(false);
  useEffect(() => {
    readBroken().then(show, () => {});
  }, []);

  async function change(key: string): Promise<void> {
    if (isChanging) return;
    setChanging(true);
    try {
      const isOn = !broken.has(key);
      show(await setBroken(new Set([...broken].filter((one) => one !== key).concat(isOn ? [key] : []))));
      say(`${BREAKS.find((one) => one.key === key)?.text ?? ''}: ${isOn ? 'on' : 'off'}.`);
    } catch {
      say("That couldn't be switched. Try again, or look at the terminal.");
    }
    setChanging(false);
  }

  return { broken, change };
}
