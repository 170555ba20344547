import {
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { hasExample } from "../db/queries/clearing.server";
import { ExampleBanner } from "./components/example-banner";
import { Refusal, refusalTitles } from "./components/refusal";
import { RequestLine } from "./components/request-line";
import { Shell } from "./components/shell";
import { Toast } from "./components/toast";
import type { CommunityRole } from "./domain/people/roles";
import type { Refusal as Refused } from "./http/answers";
import { forgetFlash, readFlash } from "./http/flash";
import { paths } from "./paths";
import { ServerAnswer } from "./server-answer";
import base from "./styles/base.css?url";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
  { rel: "stylesheet", href: base },
];

export const meta: MetaFunction = ({ error }) => {
  if (!error) return [{ title: "Portolan" }];
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return [{ title: `Error: ${refusalTitles[status] ?? "Something broke on our side"} · Portolan` }];
};

/** A refusal that says when to come back says so in its header too. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const retryAfter = errorHeaders?.get("Retry-After");
  return new Headers(retryAfter ? { "Retry-After": retryAfter } : {});
};

/** What the frame around every page shows: who is signed in, whether this is an example, what has just happened. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await context.session.viewer();
  const said = readFlash(request);
  return data(
    {
      viewer: viewer && { id: viewer.id, name: viewer.name },
      example: context.example && { cleared: !(await hasExample(context.db)) },
      said,
    },
    said ? { headers: { "Set-Cookie": forgetFlash } } : {},
  );
}

export default function Root() {
  return <Outlet />;
}

/** The document. It stands for pages and for errors alike, so it takes nothing for granted but the frame's own data. */
export function Layout({ children }: { children: ReactNode }) {
  const { requestId, nonce, scripts, refused } = useContext(ServerAnswer);
  const error = useRouteError();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <Frame>
          {children}
          {refused && !error ? <RequestLine requestId={requestId} /> : null}
        </Frame>
        {scripts ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

type AtHand = {
  community?: { slug: string; name: string; role: CommunityRole | null };
  communities?: readonly unknown[];
};

function Frame({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const matches = useMatches();
  const here = matches.at(-1);
  const { community, communities } = (here?.data ?? {}) as AtHand;
  const at = here?.pathname ?? "/";
  const nav = community
    ? [
        { href: paths.roadmap(community), label: "Roadmap" },
        { href: paths.tasks(community), label: "Find a task" },
        { href: paths.sprints(community), label: "Sprints" },
      ]
    : [];
  const ways = frame?.viewer ? [...nav, { href: paths.myWork(), label: "My work" }] : nav;
  return (
    <Shell
      home={paths.home()}
      community={community && { name: community.name, href: paths.community(community) }}
      nav={ways.map((way) => ({ ...way, current: way.href === at }))}
      person={frame?.viewer && { name: frame.viewer.name, href: paths.me(), signOut: paths.signOut() }}
      signIn={paths.signIn(at)}
      banner={
        frame?.example ? (
          <ExampleBanner
            signedIn={frame.viewer !== null}
            empty={communities?.length === 0}
            cleared={frame.example.cleared}
          />
        ) : undefined
      }
      notice={frame?.said ? <Toast>{frame.said}</Toast> : undefined}
    >
      {children}
    </Shell>
  );
}

/** What cannot be shown, and why: a refusal a route threw, or a bug. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useContext(ServerAnswer);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const refused = isRouteErrorResponse(error) ? (error.data as Partial<Refused> | null) : null;
  return (
    <Refusal
      status={status}
      because={refused?.because}
      instead={refused?.instead}
      kept={refused?.kept}
      requestId={requestId}
    />
  );
}
