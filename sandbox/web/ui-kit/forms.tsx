// The parts around fields: Form and its sections, Label, and the messages under a field.
// https://developer.atlassian.com/platform/forge/ui-kit/components/form/
import type {
  ErrorMessageProps,
  FormFooterProps,
  FormHeaderProps,
  FormProps,
  FormSectionProps,
  HelperMessageProps,
  LabelProps,
  ValidMessageProps,
} from '@atlaskit/forge-react-types';
import { ErrorMessage } from '@atlaskit/form/error-message';
import { FormFooter } from '@atlaskit/form/form-footer';
import { FormHeader } from '@atlaskit/form/form-header';
import { FormSection } from '@atlaskit/form/form-section';
import { HelperMessage } from '@atlaskit/form/helper-message';
import { Label } from '@atlaskit/form/label';
import { RequiredAsterisk } from '@atlaskit/form/required-asterisk';
import { ValidMessage } from '@atlaskit/form/valid-message';

import { component } from './entry';
import type { Catalogue } from './entry';

export const forms: Catalogue = {
  // The app's `useForm` holds the values and checks them, so the browser's own validation stays off, and no event is passed.
  Form: component<FormProps>()(['onSubmit'], ({ props, children }) => (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void props.onSubmit();
      }}
    >
      {children}
    </form>
  )),
  FormHeader: component<FormHeaderProps>()(['description', 'title'], ({ props, children }) => (
    <FormHeader {...props}>{children}</FormHeader>
  )),
  FormSection: component<FormSectionProps>()(['description', 'title'], ({ props, children }) => (
    <FormSection {...props}>{children}</FormSection>
  )),
  FormFooter: component<FormFooterProps>()(['align'], ({ props, children }) => (
    <FormFooter align={props.align ?? 'end'}>{children}</FormFooter>
  )),
  Label: component<LabelProps>()(['id', 'labelFor', 'testId'], ({ props: { labelFor, ...props }, children }) => (
    <Label htmlFor={labelFor} {...props}>
      {children}
    </Label>
  )),
  RequiredAsterisk: component<object>()([], () => <RequiredAsterisk />),
  HelperMessage: component<HelperMessageProps>()(['testId'], ({ props, children }) => (
    <HelperMessage {...props}>{children}</HelperMessage>
  )),
  ErrorMessage: component<ErrorMessageProps>()(['testId'], ({ props, children }) => (
    <ErrorMessage {...props}>{children}</ErrorMessage>
  )),
  ValidMessage: component<ValidMessageProps>()(['testId'], ({ props, children }) => (
    <ValidMessage {...props}>{children}</ValidMessage>
  )),
};
