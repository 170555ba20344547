import type { Answered } from "./http";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#x2F": "/" };
const decoded = (html: string) => html.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** What is read on a page: no tags, no scripts, one space between words. */
export const wordsOf = ({ text }: Pick<Answered, "text">): string =>
  decoded(text.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, " ").replaceAll(/<[^>]+>/g, " "))
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ([.,)])/g, "$1")
    .trim();

/** The sentences of a form's error summary. */
export const problemsOn = ({ text }: Pick<Answered, "text">): string[] => {
  const summary = /<h2 id="[^"]*-problem">[\s\S]*?<\/ul>/.exec(text)?.[0] ?? "";
  return [...summary.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].map(([, item = ""]) =>
    decoded(item.replaceAll(/<[^>]+>/g, "")),
  );
};

/** What a field of a page's form holds: of a text field its text, of a choice what is chosen; null without such a field. */
export function fieldValue({ text }: Pick<Answered, "text">, name: string): string | null {
  const area = new RegExp(`<textarea[^>]*\\sname="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(text);
  // A browser leaves out the first line end in a text area.
  if (area) return decoded((area[1] ?? "").replace(/^\n/, ""));
  const select = new RegExp(`<select[^>]*\\sname="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(text);
  if (select) return attribute(/<option[^>]*\sselected=""[^>]*>/.exec(select[1] ?? "")?.[0], "value") ?? "";
  const inputs = [...text.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, "name") === name);
  const chosen = inputs.find((tag) => !/type="(radio|checkbox)"/.test(tag) || / checked=""/.test(tag));
  return inputs.length === 0 ? null : chosen ? (attribute(chosen, "value") ?? "") : "";
}

/** Every field of a page's last form that posts to `action`, as a browser would send it. */
export function formTo(page: Pick<Answered, "text">, action: string): Record<string, string> {
  const forms = [...page.text.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.filter((one) => attribute(/<form[^>]*>/.exec(one)?.[0], "action") === action).at(-1);
  if (form === undefined) throw new Error(`No form posts to ${action}`);
  const names = [...form.matchAll(/<(?:input|textarea|select)[^>]*\sname="([^"]*)"/g)].map(([, name = ""]) => name);
  const unticked = (name: string) =>
    new RegExp(`<input[^>]*type="checkbox"[^>]*name="${name}"`).test(form) && !fieldValue({ text: form }, name);
  return Object.fromEntries(
    [...new Set(names)].filter((name) => !unticked(name)).map((name) => [name, fieldValue({ text: form }, name) ?? ""]),
  );
}

const attribute = (tag: string | undefined, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag ?? "")?.[1];
  return found === undefined ? undefined : decoded(found);
};

/** The sentence the next page says, from the answer that leads to it. */
export const saidBy = ({ headers }: Pick<Answered, "headers">): string | null => {
  const found = /portolan-said=([^;]*)/.exec((headers["set-cookie"] ?? []).join("\n"))?.[1];
  return found === undefined ? null : decodeURIComponent(found);
};
