import { describe, expect, it } from "vitest";
import { CheckboxGroup, RadioGroup } from "../../../app/components/choice-group";
import { ErrorSummary } from "../../../app/components/error-summary";
import { fieldId } from "../../../app/components/field";
import { FileField } from "../../../app/components/file-field";
import { SelectField } from "../../../app/components/select-field";
import { TextArea } from "../../../app/components/text-area";
import { TextField } from "../../../app/components/text-field";
import { attribute, firstTag, markup, words } from "./markup";

const sizes = [
  { value: "s", label: "Two hours" },
  { value: "m", label: "Half a day" },
];

describe("a field", () => {
  const each = [
    { what: "one line", tag: "input", element: <TextField name="title" label="Title" /> },
    { what: "several lines", tag: "textarea", element: <TextArea name="title" label="Title" /> },
    { what: "a list", tag: "select", element: <SelectField name="title" label="Title" options={sizes} /> },
    { what: "a file", tag: "input", element: <FileField name="title" label="Title" /> },
  ];
  it.each(each)("of $what is named by its label", ({ tag, element }) => {
    const html = markup(element);
    expect(attribute(firstTag(html, "label"), "for")).toBe(attribute(firstTag(html, tag), "id"));
    expect(attribute(firstTag(html, tag), "id")).toBe(fieldId("title"));
  });

  it("of choices is named by its legend, and each choice by its own label", () => {
    const html = markup(<RadioGroup name="size" label="Size" choices={sizes} />);
    expect(html).toMatch(/<fieldset[^>]*><legend[^>]*>Size<\/legend>/);
    const labels = [...html.matchAll(/<label[^>]*for="([^"]+)"/g)].map((found) => found[1]);
    const inputs = [...html.matchAll(/<input[^>]*id="([^"]+)"/g)].map((found) => found[1]);
    expect(labels).toEqual(inputs);
    expect(new Set(inputs).size).toBe(2);
  });

  it("that was refused says so to a screen reader, and after the hint", () => {
    const html = markup(<TextField name="title" label="Title" hint="Start with a verb." error="Give it a title." />);
    const input = firstTag(html, "input");
    expect(attribute(input, "aria-invalid")).toBe("true");
    expect(attribute(input, "aria-describedby")).toBe("field-title-hint field-title-error");
    expect(html).toMatch(/id="field-title-error"[^>]*><span[^>]*>Error: <\/span>Give it a title\.</);
  });

  it("that is well is not called invalid, and points at nothing that is not there", () => {
    const input = firstTag(markup(<TextField name="title" label="Title" />), "input");
    expect(attribute(input, "aria-invalid")).toBeNull();
    expect(attribute(input, "aria-describedby")).toBeNull();
  });

  it("of choices that was refused says so at the set", () => {
    const html = markup(<RadioGroup name="size" label="Size" choices={sizes} error="Choose a size." />);
    expect(attribute(firstTag(html, "fieldset"), "aria-describedby")).toBe("field-size-error");
    expect(attribute(firstTag(html, "input"), "aria-invalid")).toBe("true");
  });

  it("keeps what was typed", () => {
    expect(markup(<TextField name="t" label="T" value={'"<b>'} />)).toContain('value="&quot;&lt;b&gt;"');
    expect(markup(<TextArea name="t" label="T" value={"one\ntwo"} />)).toContain("one\ntwo</textarea>");
    expect(markup(<SelectField name="t" label="T" options={sizes} value="m" />)).toContain(
      '<option value="m" selected="">',
    );
    const boxes = markup(<CheckboxGroup name="t" label="T" choices={sizes} values={["m"]} />);
    expect(boxes.match(/<input[^>]*checked=""[^>]*>/g)?.map((tag) => attribute(tag, "value"))).toEqual(["m"]);
  });

  it("says how much it takes and cuts nothing off", () => {
    const element = <TextArea name="t" label="T" limit={20_000} />;
    expect(words(element)).toContain("Up to 20,000 characters.");
    expect(markup(element)).not.toContain("maxlength");
    expect(attribute(firstTag(markup(element), "textarea"), "aria-describedby")).toBe("field-t-room");
  });

  it("has an id of its own in each of two forms on a page", () => {
    const ids = ["release", undefined].map((form) => {
      const html = markup(<TextArea name="note" label="Note" form={form} />);
      return attribute(firstTag(html, "textarea"), "id");
    });
    expect(ids).toEqual(["release-note", "field-note"]);
  });
});

describe("the error summary", () => {
  const errors = [{ name: "title", message: "Give it a title." }, { message: "The theme was removed meanwhile." }];

  it("takes focus without JavaScript, and is announced", () => {
    const box = firstTag(markup(<ErrorSummary errors={errors} />), "div");
    expect(box).toContain('autofocus=""');
    expect(attribute(box, "tabindex")).toBe("-1");
    expect(attribute(box, "role")).toBe("alert");
    expect(words(<ErrorSummary errors={errors} />)).toMatch(/^There is a problem/);
  });

  it("links each sentence to the field it is about, in that field's form", () => {
    const html = markup(<ErrorSummary errors={errors} form="release" />);
    expect(html).toContain('<a href="#release-title">Give it a title.</a>');
    expect(markup(<TextField name="title" label="Title" form="release" />)).toContain('id="release-title"');
  });

  it("links to the first of several choices", () => {
    const group = markup(<RadioGroup name="size" label="Size" choices={sizes} />);
    expect(attribute(firstTag(group, "input"), "id")).toBe(fieldId("size"));
  });

  it("is not there when nothing is wrong", () => {
    expect(markup(<ErrorSummary errors={[]} />)).toBe("");
  });
});
