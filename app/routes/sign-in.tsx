import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findKept, withKept } from "../auth/kept-forms.server";
import { cannotSend, sendSignInLink } from "../auth/sign-in-link.server";
import { ButtonLink } from "../components/button";
import { Narrow, Stack } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { SignInForm } from "../components/sign-in-form";
import { faultsOf } from "../http/fault";
import { email } from "../http/fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { localPath, paths } from "../paths";

export const handle = { scripts: false };
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.sent ? "Look in your mail" : "Sign in"} · Portolan` },
];
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** Where signing in leads, from the page's own address: the form posts to it, so nothing is lost on the way. */
function readWay(request: Request) {
  const query = new URL(request.url).searchParams;
  const next = query.get("next");
  return {
    next: next && next.length <= 2_000 ? localPath(next) : "/",
    kept: query.get("kept"),
    sent: query.has("sent"),
  };
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { next, kept, sent } = readWay(request);
  if (await context.session.viewer()) throw redirect(withKept(next, kept), 303);
  const form = await findKept(context, kept);
  return {
    here: paths.signIn(next, form && kept ? kept : undefined),
    keeps: form !== null,
    sent,
    mailbox: context.mailer.kind === "mailbox",
    because: context.mailer.kind === "none" ? cannotSend : null,
  };
}

const schema = z.object({ email });

export async function action({ context, request }: ActionFunctionArgs) {
  const { next, kept } = readWay(request);
  const parsed = await parseForm(context, await readForm(request), schema);
  if (!parsed.ok) return data(parsed, 422);
  const sent = await sendSignInLink(context, { email: parsed.values.email, next, kept });
  if (sent.ok) return redirect(paths.signInSent(next, kept ?? undefined), 303);
  return data(
    { errors: [{ field: "form", message: sent.because }], typed: parsed.values },
    {
      status: sent.status,
      headers: sent.retryAfterSeconds ? { "Retry-After": String(sent.retryAfterSeconds) } : {},
    },
  );
}

export default function SignIn() {
  const { here, keeps, sent, mailbox, because } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  if (sent && !fault) return <Sent here={here} mailbox={mailbox} />;
  return (
    <>
      <PageHeader
        title="Sign in"
        lede={
          keeps
            ? "What you wrote is kept. Sign in, and it is there again."
            : "We send you a link; there is no password to remember. The first time, this makes your account."
        }
      />
      <Narrow>
        <SignInForm
          action={here}
          email={fault?.typed.email}
          errors={faultsOf(fault)}
          because={fault ? null : because}
        />
      </Narrow>
    </>
  );
}

function Sent({ here, mailbox }: { here: string; mailbox: boolean }) {
  return (
    <>
      <PageHeader
        title="Look in your mail"
        lede="A link is on its way to the address you gave. It works once, for 15 minutes."
      />
      <Narrow>
        <Stack>
          {mailbox ? (
            <>
              <p>This is an example, so the mail has not left this machine: it is in the mailbox.</p>
              <p>
                <ButtonLink tone="go" href={paths.mailbox()}>
                  Open the mailbox
                </ButtonLink>
              </p>
            </>
          ) : (
            <p>If it is not there in a minute or two, look among the spam.</p>
          )}
          <p>
            Nothing came, or the address was a letter off? <a href={here}>Ask for another link</a>.
          </p>
        </Stack>
      </Narrow>
    </>
  );
}
