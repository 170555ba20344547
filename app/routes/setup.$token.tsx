import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findSetupLink } from "../../db/queries/setup-links.server";
import { foundCommunity } from "../auth/first-community.server";
import { Button } from "../components/button";
import { Actions, Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { SubmitForm } from "../components/submit-form";
import { TextField } from "../components/text-field";
import { limits } from "../domain/limits";
import { slugFor } from "../domain/roadmap/slug";
import { communitySlug, personName } from "../http/account-fields.server";
import { gone, notFound } from "../http/answers";
import { faultAt, faultsOf } from "../http/fault";
import { email, line, optionalLine } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { type FormFault, parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths, reservedSlugs } from "../paths";

export const handle = { scripts: false };
export const meta = () => [{ title: "Create your community · Portolan" }];

type Context = LoaderFunctionArgs["context"];

/** The token of an address that still works. */
async function openAddress(context: Context, token = ""): Promise<string> {
  const state = await findSetupLink(context.db, token);
  if (state === null) notFound("page");
  if (state === "used") used();
  return token;
}

const used = () => gone("This address has been used: the community is there.");

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { token: await openAddress(context, params.token), host: new URL(context.origin).host };
}

const schema = z.object({
  name: line("The name", "Write what your community is called.", limits.nameGraphemes),
  slug: communitySlug,
  summary: optionalLine("The summary"),
  yourName: personName,
  email,
});

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const token = await openAddress(context, params.token);
  const parsed = await parseForm(context, form, schema);
  if (!parsed.ok) return data(parsed, 422);
  const { values } = parsed;
  const slug = values.slug || slugFor(values.name, new Set(reservedSlugs), "community");
  const outcome = await foundCommunity(context, token, { ...values, slug });
  if (outcome === "used") used();
  if (outcome === "taken") {
    const message = `“${slug}” is another community's address. Choose another, such as ${slug}-2.`;
    const typed: FormFault["typed"] = { ...values, slug };
    return data({ errors: [{ field: "slug", message }], typed }, 422);
  }
  return redirectSaying(paths.community({ slug }), "Your community is there. Its roadmap comes next.");
}

export default function Setup() {
  const { token, host } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const field = (name: keyof typeof schema.shape) => ({
    name,
    value: fault?.typed[name],
    error: faultAt(fault, name),
  });
  return (
    <>
      <PageHeader
        title="Create your community"
        lede="Portolan is empty, and this address is yours to begin with. It works once."
      />
      <Narrow>
        <ErrorSummary errors={faultsOf(fault)} />
        <SubmitForm action={paths.setup(token)}>
          <TextField {...field("name")} label="What the community is called" limit={limits.nameGraphemes} required />
          <TextField
            {...field("slug")}
            label="Its address"
            hint={`What stands behind ${host}/ : small letters, digits and hyphens. Left empty, it is made from the name.`}
            spellCheck={false}
          />
          <TextField
            {...field("summary")}
            label="What it does, in one sentence"
            hint="Newcomers read this first. You can leave it for later."
            limit={limits.titleGraphemes}
          />
          <TextField
            {...field("yourName")}
            label="Your name"
            hint="You become its first organizer."
            limit={limits.nameGraphemes}
            autoComplete="name"
            required
          />
          <TextField
            {...field("email")}
            type="email"
            label="Your e-mail address"
            hint="You sign in with it. Nobody else sees it."
            autoComplete="email"
            spellCheck={false}
            required
          />
          <Actions>
            <Button tone="go">Create the community</Button>
          </Actions>
        </SubmitForm>
      </Narrow>
    </>
  );
}
