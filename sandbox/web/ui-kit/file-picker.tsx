// FilePicker: a native file input. The real one is a preview (EAP) with a drop zone.
// https://developer.atlassian.com/platform/forge/ui-kit/components/file-picker/
import Button from '@atlaskit/button/new';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Text } from '@atlaskit/primitives/compiled/text';
import { useId, useRef, useState } from 'react';

import { component } from './entry';
import type { Catalogue, Drawing } from './entry';

/** Describes a file as the app receives it; `data` is base64. */
interface SentFile {
  data: string;
  name: string;
  size: number;
  type: string;
}

interface FilePickerProps {
  description?: string;
  label?: string;
  onChange?: (files: SentFile[]) => void;
  testId?: string;
}

export const filePicker: Catalogue = {
  FilePicker: component<FilePickerProps>()(['description', 'label', 'onChange', 'testId'], FilePicker),
};

function FilePicker({ props }: Drawing<FilePickerProps>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [names, setNames] = useState<readonly string[]>([]);

  async function choose(files: readonly File[]): Promise<void> {
    setNames(files.map(({ name }) => name));
    props.onChange?.(await Promise.all(files.map(readFile)));
  }

  return (
    <div>
      <Label htmlFor={id}>{props.label ?? 'File'}</Label>
      <Inline space="space.100" alignBlock="center">
        <input
          ref={input}
          id={id}
          type="file"
          className="visually-hidden"
          data-testid={props.testId}
          onChange={(event) => {
            void choose([...(event.target.files ?? [])]);
          }}
        />
        <Button onClick={() => input.current?.click()}>Choose file</Button>
        <Text color="color.text.subtle">{names.join(', ') || 'No file chosen'}</Text>
      </Inline>
      {props.description !== undefined && <HelperMessage>{props.description}</HelperMessage>}
    </div>
  );
}

async function readFile(file: File): Promise<SentFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const data = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  return { data, name: file.name, size: file.size, type: file.type };
}
