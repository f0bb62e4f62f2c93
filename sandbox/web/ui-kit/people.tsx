// People, rendered by the product: User, UserGroup, UserPicker. The app passes account ids, and never learns who can be found.
// https://developer.atlassian.com/platform/forge/ui-kit/components/user-picker/
import Avatar from '@atlaskit/avatar/avatar';
import type { UserPickerProps, UserProps } from '@atlaskit/forge-react-types';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import { RequiredAsterisk } from '@atlaskit/form/required-asterisk';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Text } from '@atlaskit/primitives/compiled/text';
import AsyncSelect from '@atlaskit/select/async-select';
import { useEffect, useId, useState } from 'react';

import { component } from './entry';
import type { Catalogue, Drawing } from './entry';
import { useProduct } from './node';
import type { ProductUser } from './node';

export const people: Catalogue = {
  User: component<UserProps>()(['accountId', 'hideDisplayName'], UserView),
  UserGroup: component<object>()([], ({ children }) => (
    <Inline space="space.050" shouldWrap>
      {children}
    </Inline>
  )),
  UserPicker: component<UserPickerProps>()(
    ['defaultValue', 'description', 'isMulti', 'isRequired', 'label', 'name', 'onChange', 'placeholder'],
    UserPicker,
    ['aria-invalid', 'id', 'isDisabled', 'isInvalid', 'onBlur'],
  ),
};

function UserView({ props }: Drawing<UserProps>) {
  const user = useUser(props.accountId);
  const isNameHidden = props.hideDisplayName === true;
  return (
    <Inline space="space.100" alignBlock="center">
      {isNameHidden ? (
        <Avatar size="small" borderColor="transparent" name={user?.name ?? ''} />
      ) : (
        <>
          <Face user={user} />
          <Text>{user?.name ?? '…'}</Text>
        </>
      )}
    </Inline>
  );
}

function useUser(accountId: string): ProductUser | undefined {
  const { directory } = useProduct();
  const [user, setUser] = useState<ProductUser>();
  useEffect(() => {
    let isCurrent = true;
    void directory.get(accountId).then((found) => {
      if (isCurrent) setUser(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [accountId, directory]);
  return user;
}

function Face({ user }: { user: ProductUser | undefined }) {
  return (
    <Avatar
      size="small"
      appearance="circle"
      borderColor="transparent"
      {...(user?.avatarUrl && { src: user.avatarUrl })}
    />
  );
}

function UserPicker({ props }: Drawing<UserPickerProps>) {
  const { directory } = useProduct();
  const id = useId();
  const [chosen, setChosen] = useChosen(props.defaultValue);
  const isMulti = props.isMulti === true;

  function choose(users: readonly ProductUser[]): void {
    setChosen(users);
    const values = users.map(toValue);
    (props.onChange as ((value: unknown) => void) | undefined)?.(isMulti ? values : (values[0] ?? null));
  }

  return (
    <div>
      <Label htmlFor={id}>
        {props.label}
        {props.isRequired === true && <RequiredAsterisk />}
      </Label>
      <AsyncSelect<ProductUser, boolean>
        inputId={id}
        name={props.name}
        isMulti={isMulti}
        isClearable
        placeholder={props.placeholder ?? 'Enter people…'}
        value={isMulti ? chosen : (chosen[0] ?? null)}
        loadOptions={async (query: string) => directory.search(query)}
        defaultOptions
        noOptionsMessage={() => 'No one found'}
        getOptionLabel={(user) => user.name}
        getOptionValue={(user) => user.id}
        formatOptionLabel={optionOf}
        onChange={(next) => {
          choose(next === null ? [] : [next].flat());
        }}
      />
      {props.description !== undefined && <HelperMessage>{props.description}</HelperMessage>}
    </div>
  );
}

function optionOf(user: ProductUser) {
  return (
    <Inline space="space.100" alignBlock="center">
      <Face user={user} />
      <Text>{user.name}</Text>
    </Inline>
  );
}

/** Holds the chosen people; initially those of `defaultValue`, which are account ids. */
function useChosen(defaultValue: UserPickerProps['defaultValue']) {
  const { directory } = useProduct();
  const [chosen, setChosen] = useState<readonly ProductUser[]>([]);
  const ids = [defaultValue ?? []].flat().filter((id) => typeof id === 'string' && id !== '');
  const key = ids.join(' ');
  useEffect(() => {
    if (key === '') return;
    void Promise.all(key.split(' ').map(async (id) => directory.get(id))).then(setChosen);
  }, [key, directory]);
  return [chosen, setChosen] as const;
}

/** Returns the value that the app's `onChange` gets for a person. */
function toValue(user: ProductUser) {
  return {
    id: user.id,
    name: user.name,
    email: user.email ?? '',
    avatarUrl: user.avatarUrl ?? '',
    type: 'user',
  };
}
