import { expect, it } from "vitest";
import { Dialog } from "../../../app/components/dialog";
import { SubmitForm } from "../../../app/components/submit-form";
import { attribute, firstTag, markup } from "./markup";

const html = markup(
  <Dialog id="ask" title="Ask Priya" trigger="Ask a question">
    <SubmitForm action="/questions" hidden={{ rev: 4, next: '"/x' }}>
      <button type="submit">Send</button>
    </SubmitForm>
  </Dialog>,
);

it("a dialog opens and closes without JavaScript, as a modal or, in an older browser, as a popover", () => {
  const [open, close] = [...html.matchAll(/<button type="button"[^>]*>|<button[^>]*commandfor[^>]*>/g)].map(String);
  for (const button of [open ?? "", close ?? ""]) {
    expect(attribute(button, "commandfor")).toBe("ask");
    expect(attribute(button, "popovertarget")).toBe("ask");
    expect(attribute(button, "type")).toBe("button");
  }
  expect(attribute(open ?? "", "command")).toBe("show-modal");
  expect(attribute(close ?? "", "command")).toBe("close");
  expect(attribute(close ?? "", "popovertargetaction")).toBe("hide");
  const dialog = firstTag(html, "dialog");
  expect(attribute(dialog, "id")).toBe("ask");
  expect(attribute(dialog, "popover")).toBe("auto");
});

it("a dialog is named by its heading", () => {
  expect(html).toContain(`<h2 id="${attribute(firstTag(html, "dialog"), "aria-labelledby")}">Ask Priya</h2>`);
});

it("a form posts, takes its hidden values along, and leaves the sentences to the server", () => {
  const form = firstTag(html, "form");
  expect(attribute(form, "method")).toBe("post");
  expect(attribute(form, "action")).toBe("/questions");
  expect(form).toContain('novalidate=""');
  expect(html).toContain('<input type="hidden" name="rev" value="4"/>');
  expect(html).toContain('<input type="hidden" name="next" value="&quot;/x"/>');
});
