import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findLink, signInByLink } from "../../auth/sign-in-link.server";
import { Button } from "../../components/button";
import { Actions, Narrow } from "../../components/columns";
import { ErrorSummary } from "../../components/error-summary";
import { PageHeader } from "../../components/page-header";
import { SignInForm } from "../../components/sign-in-form";
import { SubmitForm } from "../../components/submit-form";
import { TextField } from "../../components/text-field";
import { limits } from "../../domain/limits";
import { personName } from "../../http/account-fields.server";
import { faultAt, faultsOf } from "../../http/fault";
import { optionalLine } from "../../http/fields.server";
import { parseForm } from "../../http/parse-form.server";
import { readForm } from "../../http/read-form.server";
import { paths } from "../../paths";
import { arrive } from "./arrival.server";

export const handle = { scripts: false };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.works ? "Sign in" : "Error: This link no longer works"} · Portolan` },
];

/** Opening a link shows a button and uses nothing up: mail scanners and previews open links. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const link = await findLink(context, token);
  if (!link?.works) {
    const again = paths.signIn(link?.next, link?.keptFormId ? token : undefined);
    return data({ works: false as const, again }, 410);
  }
  const { email, name, keptFormId } = link;
  return { works: true as const, token, email, name, keeps: keptFormId !== null, host: new URL(context.origin).host };
}

/** Pressing the button uses the link up and signs in. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { token = "" } = params;
  const form = await readForm(request);
  const link = await findLink(context, token);
  if (!link?.works) return data(null, 410);
  const schema = z.object({ name: link.name === null ? personName : optionalLine("Your name") });
  const parsed = await parseForm(context, form, schema);
  if (!parsed.ok) return data(parsed, 422);
  const person = await signInByLink(context, token, link.name ?? parsed.values.name);
  if (!person) return data(null, 410);
  return arrive(context, person, link.next, token);
}

export default function SignInLink() {
  const link = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  if (!link.works) return <Over again={link.again} />;
  const { token, email, name, keeps, host } = link;
  return (
    <>
      <PageHeader
        title={name === null ? "Welcome aboard" : `Welcome back, ${name}`}
        lede={
          <>
            You are signing in at {host} as <strong>{email}</strong>.
            {keeps ? " What you wrote before is kept, and comes next." : null}
          </>
        }
      />
      <Narrow>
        <ErrorSummary errors={faultsOf(fault)} />
        <SubmitForm action={paths.signInLink(token)}>
          {name === null ? (
            <TextField
              name="name"
              label="Your name"
              hint="As people should call you. It stands beside what you do here."
              value={fault?.typed.name}
              error={faultAt(fault, "name")}
              limit={limits.nameGraphemes}
              autoComplete="name"
              required
            />
          ) : null}
          <Actions>
            <Button tone="go">Sign in</Button>
          </Actions>
        </SubmitForm>
      </Narrow>
    </>
  );
}

function Over({ again }: { again: string }) {
  return (
    <>
      <PageHeader
        title="This link no longer works"
        lede="A sign-in link works once, for 15 minutes. This one has been used or has run out; a new one is a moment away."
      />
      <Narrow>
        <SignInForm action={again} />
      </Narrow>
    </>
  );
}
