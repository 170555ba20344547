import type { ReactNode } from "react";
import { type BrokenStatus, brokenWords } from "./broken-words";
import { ButtonLink } from "./button";
import { Actions } from "./columns";
import styles from "./error-page.module.css";
import { PageHeader } from "./page-header";
import { RequestLine } from "./request-line";

/** A way on from a page that has ended: the first is offered as the next action. */
export type Way = { href: string; label: string };

type RefusalPageProps = {
  title: ReactNode;
  /** What happened, in a plain sentence. */
  what: ReactNode;
  /** What to do instead. */
  instead?: ReactNode;
  ways?: readonly Way[];
  /** Names this request in the log; always shown, so that people can quote it. */
  requestId: string;
  /** What was typed, or other things to choose from. */
  children?: ReactNode;
};

/** A page that says no: why, what to do instead, and which request it was. */
export function RefusalPage({ title, what, instead, ways = [], requestId, children }: RefusalPageProps) {
  const [first, ...others] = ways;
  return (
    <>
      <PageHeader title={title} lede={what} />
      <div className={styles.body}>
        {instead ? <p>{instead}</p> : null}
        {children}
        {first ? (
          <Actions>
            <ButtonLink tone="go" href={first.href}>
              {first.label}
            </ButtonLink>
            {others.map((way) => (
              <ButtonLink key={way.href} tone="quiet" href={way.href}>
                {way.label}
              </ButtonLink>
            ))}
          </Actions>
        ) : null}
        <RequestLine requestId={requestId} />
      </div>
    </>
  );
}

type KnownPageProps = Pick<RefusalPageProps, "ways" | "requestId" | "children">;

/** 404, and the same for what is private or belongs to another community. `thing` is the product's word: "task". */
export function NotFoundPage({ thing = "page", ...rest }: KnownPageProps & { thing?: string }) {
  return (
    <RefusalPage
      title={`There is no ${thing} at this address`}
      what="It may have moved, or the address may be a letter off. If it is something private, only the people it belongs to see it."
      instead="Check the address, or sign in if it is yours."
      {...rest}
    />
  );
}

/** 403. `because` is the verdict's sentence: why not, and what to do instead. */
export function ForbiddenPage({ because, ...rest }: KnownPageProps & { because: ReactNode }) {
  return <RefusalPage title="This is for somebody else to do" what={because} {...rest} />;
}

/** 409. `because` is the verdict's sentence about how things stand now. */
export function ConflictPage({ because, ...rest }: KnownPageProps & { because: ReactNode }) {
  return <RefusalPage title="Things have changed since you looked" what={because} {...rest} />;
}

/** 410, for what was here once, and for links that have been used or have run out. */
export function GonePage({ because, ...rest }: KnownPageProps & { because?: ReactNode }) {
  return (
    <RefusalPage title="This is no longer here" what={because ?? "It was here once and has been removed."} {...rest} />
  );
}

/** 500, or 503 while the database is away. */
export function BrokenPage({ status = 500, ...rest }: KnownPageProps & { status?: BrokenStatus }) {
  return <RefusalPage {...brokenWords[status]} {...rest} />;
}
