import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary, type FieldError } from "./error-summary";
import { SubmitForm } from "./submit-form";
import { TextField } from "./text-field";

type SignInFormProps = {
  /** Where it posts to, with the way back in it. */
  action: string;
  /** What was typed. */
  email?: string;
  errors?: readonly FieldError[];
  /** Why no link can be sent here, known before anybody types. */
  because?: string | null;
};

/** One field: where to send the sign-in link. */
export function SignInForm({ action, email, errors = [], because }: SignInFormProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      {because ? <p>{because}</p> : null}
      <SubmitForm action={action}>
        <TextField
          name="email"
          type="email"
          label="Your e-mail address"
          hint="Nobody else sees it."
          value={email}
          error={errors.find((error) => error.name === "email")?.message}
          autoComplete="email"
          spellCheck={false}
          required
        />
        <Actions>
          <Button tone="go">Send me a link</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
