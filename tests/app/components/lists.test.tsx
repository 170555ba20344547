import { describe, expect, it } from "vitest";
import { Badge } from "../../../app/components/badge";
import { Checklist } from "../../../app/components/checklist";
import { DefinitionList } from "../../../app/components/definition-list";
import { Pagination } from "../../../app/components/pagination";
import { Prose } from "../../../app/components/prose";
import { QuestionItem, QuestionList } from "../../../app/components/question-list";
import { TaskList, TaskRow } from "../../../app/components/task-list";
import { markup, words } from "./markup";

describe("a list", () => {
  it("shows a task's title first, then how it stands, then what is known of it, without gaps", () => {
    const row = (
      <TaskList>
        <TaskRow
          href="/django/tasks/42"
          title="Write it down"
          meta={["Docs", null, "", "3 hours"]}
          state={<Badge tone="sea">Ready</Badge>}
        />
      </TaskList>
    );
    expect(words(row)).toBe("Write it down Ready Docs 3 hours");
    expect(markup(row).match(/<a /g)).toHaveLength(1);
  });

  it("says in words which checks are met, and helps only with those that are not", () => {
    const checks = [
      { label: "Done when", met: true, help: "never shown" },
      { label: "Verify", met: false, help: "Say how somebody else can tell." },
    ];
    expect(words(<Checklist checks={checks} />)).toBe("Done when There Verify Missing Say how somebody else can tell.");
  });

  it("says what is missing where nothing is known", () => {
    const rows = [
      { term: "Start", said: "the wiki", missing: "never shown" },
      { term: "Verify", missing: "Nobody has said yet how to check it." },
    ];
    expect(words(<DefinitionList definitions={rows} />)).toBe(
      "Start the wiki Verify Nobody has said yet how to check it.",
    );
  });

  it("tells an open question from one that somebody looks into and from a decided one, by a word", () => {
    const list = (
      <QuestionList>
        <QuestionItem owner={null}>Who asks?</QuestionItem>
        <QuestionItem owner="Mireia">What is modern?</QuestionItem>
        <QuestionItem decision={{ said: "Survey first.", by: "Mireia", on: "8 October", href: "/why" }} owner="hidden">
          Which packages?
        </QuestionItem>
      </QuestionList>
    );
    expect(words(list)).toBe(
      "Who asks? Open Nobody is finding out yet. What is modern? Being looked into Mireia finds out. Which packages? Survey first. Decided 8 October by Mireia Why",
    );
  });

  it("of one page has no pages; the first has no previous, the last no next", () => {
    const pages = (page: number, of: number) => (
      <Pagination page={page} pages={of} label="Tasks" href={(n) => `?page=${n}`} />
    );
    expect(markup(pages(1, 1))).toBe("");
    expect(words(pages(1, 3))).toBe("Page 1 of 3 Next page");
    expect(words(pages(3, 3))).toBe("Previous page Page 3 of 3");
    expect(markup(pages(2, 3))).toMatch(/href="\?page=1" rel="prev".*href="\?page=3" rel="next"/);
  });

  it("of prose lets a table scroll from the keyboard and leaves the rest as it was", () => {
    const html = markup(<Prose html="<p>Before</p><table><tbody><tr><td>x</td></tr></tbody></table>" />);
    expect(html).toMatch(/<p>Before<\/p><div [^>]*tabindex="0"><table>.*<\/table><\/div><\/div>$/);
  });
});
