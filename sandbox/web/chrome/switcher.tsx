// "You are…": switches the signed-in person. People with a role in the seed come first; typing searches everyone.
import Lozenge from '@atlaskit/lozenge/lozenge';
import AsyncSelect from '@atlaskit/select/async-select';

import type { Person } from '../../contract/site';
import type { Boot } from '../boot';
import { become } from './cookies';
import { findAccounts } from './requests';

/** Shows a select named "You are". */
export function Switcher({ boot: { cast, signedIn } }: { boot: Boot }) {
  return (
    <div className="switcher">
      <label htmlFor="switcher">You are…</label>
      <AsyncSelect<Person>
        inputId="switcher"
        spacing="compact"
        placeholder="Choose who you are"
        value={signedIn ?? null}
        defaultOptions={cast}
        loadOptions={findAccounts}
        noOptionsMessage={() => 'No one found'}
        getOptionLabel={({ name, handle }) => `${name} ${handle}`}
        getOptionValue={({ accountId }) => accountId}
        formatOptionLabel={(person) => <PersonLabel person={person} />}
        onChange={(person) => {
          if (person !== null) become(person.accountId);
        }}
      />
    </div>
  );
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
