import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { listMail } from "../../db/queries/mailbox.server";
import { Stack } from "../components/columns";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { Time } from "../components/time";
import { onlyInExample } from "../http/only-in-example";

export const handle = { scripts: false };
export const meta = () => [{ title: "Mailbox · Portolan" }];

export async function loader({ context }: LoaderFunctionArgs) {
  onlyInExample(context);
  const viewer = await context.session.viewer();
  return { mails: await listMail(context.db), origin: context.origin, zone: viewer?.timeZone ?? null };
}

export default function Mailbox() {
  const { mails, origin, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Mailbox"
        lede="Mail does not leave an example. What would have been sent lands here, for everybody to see, newest first."
      />
      {mails.length === 0 ? (
        <EmptyState>No mail yet. Sign-in links land here, and so will everything else that is sent.</EmptyState>
      ) : null}
      {mails.map((mail) => (
        <Section
          key={mail.id}
          id={`mail-${mail.id}`}
          title={mail.subject}
          lede={
            <>
              To {mail.recipient}, <Time at={mail.createdAt.toISOString()} zone="UTC" readerZone={zone} />
            </>
          }
        >
          <Letter text={mail.body} origin={origin} />
        </Section>
      ))}
    </>
  );
}

/** A mail's paragraphs. An address of this site is a link; any other stays text. */
function Letter({ text, origin }: { text: string; origin: string }) {
  return (
    <Stack>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p key={paragraph}>
            {paragraph.split(/(\s+)/).map((word, index) => {
              const part = `${index} ${word}`;
              return word.startsWith(`${origin}/`) ? (
                <a key={part} href={word}>
                  {word}
                </a>
              ) : (
                <Fragment key={part}>{word}</Fragment>
              );
            })}
          </p>
        ))}
    </Stack>
  );
}
