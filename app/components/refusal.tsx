import { paths } from "../paths";
import { DefinitionList } from "./definition-list";
import { BrokenPage, ConflictPage, ForbiddenPage, GonePage, NotFoundPage, RefusalPage, type Way } from "./error-page";
import { Section } from "./section";
import { Verbatim } from "./verbatim";

type RefusalProps = {
  status: number;
  /** The verdict's sentence. */
  because?: string;
  /** Where to go instead. */
  instead?: { href: string; label: string };
  /** What had been typed into the form that was refused, field by field. */
  kept?: readonly Kept[];
  requestId: string;
};

type Kept = { label: string; text: string };

/** The page for each way a request can end without its page. */
export function Refusal({ status, because, instead, kept = [], requestId }: RefusalProps) {
  const ways: Way[] = [...(instead ? [instead] : []), { href: paths.home(), label: "Go to the first page" }];
  const known = { ways, requestId, children: kept.length > 0 ? <KeptText kept={kept} /> : undefined };
  switch (status) {
    case 400:
      return (
        <RefusalPage title="That could not be read" what={because ?? "Some of it was broken on the way."} {...known} />
      );
    case 403:
      return <ForbiddenPage because={because} {...known} />;
    case 404:
      return <NotFoundPage thing={/^There is no such ([\w-]+) here/.exec(because ?? "")?.[1]} {...known} />;
    case 405:
      return (
        <RefusalPage
          title="This address only takes a form"
          what="There is nothing to read here by itself."
          instead="Open the page the form is on and send it from there."
          {...known}
        />
      );
    case 409:
      return <ConflictPage because={because} {...known} />;
    case 410:
      return <GonePage because={because} {...known} />;
    case 422:
      return (
        <RefusalPage title="That could not be understood" what={because ?? "Go back and send it again."} {...known} />
      );
    case 429:
      return (
        <RefusalPage
          title="That was a lot at once"
          what={because ?? "Wait a few minutes, then try again."}
          {...known}
        />
      );
    case 503:
      return <BrokenPage status={503} {...known} />;
    default:
      return <BrokenPage {...known} />;
  }
}

/** Nothing that was typed is lost: it stands here to be copied. */
function KeptText({ kept }: { kept: readonly Kept[] }) {
  return (
    <Section title="What you wrote" id="kept" lede="It was not saved. It stands here so that you can copy it.">
      <DefinitionList definitions={kept.map(({ label, text }) => ({ term: label, said: <Verbatim text={text} /> }))} />
    </Section>
  );
}

/** The words of a refusal's tab. */
export const refusalTitles: Record<number, string> = {
  400: "That could not be read",
  403: "This is for somebody else to do",
  404: "Not found",
  405: "This address only takes a form",
  409: "Things have changed",
  410: "No longer here",
  422: "That could not be understood",
  429: "Too much at once",
  503: "Out of reach for a moment",
};
