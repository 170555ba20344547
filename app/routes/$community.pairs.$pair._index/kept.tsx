import { Disclosure } from "../../components/disclosure";

type KeptProps = {
  summary: string;
  typed: Record<string, string> | undefined;
  children: (typed: Record<string, string> | undefined) => JSX.Element;
};

/** A form behind a press; open when something had been typed into it. */
export const Kept = ({ summary, typed, children }: KeptProps) => (
  <Disclosure summary={summary} open={typed !== undefined}>
    {children(typed)}
  </Disclosure>
);
