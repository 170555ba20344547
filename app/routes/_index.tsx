import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCommunities } from "../../db/queries/communities.server";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { Steps } from "../components/steps";
import { ThemeList, ThemeRow } from "../components/theme-list";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [
  { title: "Portolan: chart a roadmap, and crew it" },
  { name: "description", content: "Roadmaps split into tasks a newcomer can pick up, each with somebody to ask." },
];

export async function loader({ context }: LoaderFunctionArgs) {
  return { communities: await listCommunities(context.db) };
}

export default function Home() {
  const { communities } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="A roadmap to steer by, and a crew for it"
        lede="Communities split what they want to do into tasks somebody new can pick up. You get one clear task and one named person who helps."
      />
      <Section title="Communities" id="communities">
        {communities.length === 0 ? (
          <EmptyState>
            There is no community here yet. Whoever started this server was given an address to create the first one at.
          </EmptyState>
        ) : (
          <ThemeList numbered={false}>
            {communities.map((community) => (
              <ThemeRow
                key={community.slug}
                href={paths.community(community)}
                title={community.name}
                why={community.summary}
              />
            ))}
          </ThemeList>
        )}
      </Section>
      <Section
        title="How a roadmap becomes work for people"
        id="how"
        lede="There are enough volunteers. What they lack is guidance, so that comes first."
      >
        <Steps
          steps={[
            {
              title: "Name the questions",
              says: "“Modernise it” sounds impossible until somebody says what has to be answered first, and who finds out.",
            },
            {
              title: "Split the themes",
              says: "Each becomes tasks that say where to start, when they are done, and how to check it. What is missing is in plain sight.",
            },
            {
              title: "Only then call for volunteers",
              says: "At a sprint or between them, whoever is new takes one task, and is paired with one person who helps.",
            },
          ]}
        />
      </Section>
    </>
  );
}
