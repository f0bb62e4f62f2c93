// Who somebody is, and "Be somebody else": people with a role in the seed come first; typing searches everyone.
import Lozenge from '@atlaskit/lozenge/lozenge';
import AsyncSelect from '@atlaskit/select/async-select';
import { useEffect } from 'react';

import type { Person } from '../../contract/site';
import type { Boot } from '../boot';
import { Disclosure } from './bar/disclosure';
import { reloadHere } from './bar/reload';
import { keepPerson } from './cookies';
import { findAccounts } from './requests';

const BUTTON = 'switcher-button';
const SEARCH = 'switcher';

/** Shows the signed-in person, and a button that opens the list of people. */
export function Switcher({ boot: { cast, signedIn } }: { boot: Boot }) {
  return (
    <div className="switcher">
      {signedIn === undefined ? (
        <span>Not signed in</span>
      ) : (
        <>
          <span className="switcher-you">You are</span>
          <PersonLabel person={signedIn} />
        </>
      )}
      <Disclosure
        id={BUTTON}
        label={signedIn === undefined ? 'Choose who you are' : 'Be somebody else'}
        appearance="default"
      >
        <People cast={cast} />
      </Disclosure>
    </div>
  );
}

/** Lists people below a search by name, which has the focus. */
function People({ cast }: { cast: Boot['cast'] }) {
  useEffect(() => document.getElementById(SEARCH)?.focus(), []);
  return (
    <>
      <label htmlFor={SEARCH}>Search by name</label>
      <AsyncSelect<Person>
        inputId={SEARCH}
        spacing="compact"
        menuIsOpen
        placeholder=""
        value={null}
        defaultOptions={cast}
        loadOptions={findAccounts}
        noOptionsMessage={() => 'No one found'}
        getOptionLabel={({ name, handle }) => `${name} ${handle}`}
        getOptionValue={({ accountId }) => accountId}
        formatOptionLabel={(person) => <PersonLabel person={person} />}
        onChange={(person) => {
          if (person !== null) become(person);
        }}
      />
    </>
  );
}

function become({ accountId, name }: Person): void {
  keepPerson(accountId);
  reloadHere(`You are ${name} now.`, BUTTON);
}

function PersonLabel({ person }: { person: Person }) {
  return (
    <span className="person">
      <span className="person-name">{person.name}</span>
      <span className="person-handle">{person.handle}</span>
      {!person.active && person.handle !== 'deactivated' && <Lozenge>deactivated</Lozenge>}
    </span>
  );
}
