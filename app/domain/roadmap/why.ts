import { foldWords } from "../fold";

const facts = new Set(
  (
    "when,status,state,owner,owners,champion,champions,mentor,mentors,lead,leads,milestone,target,eta,priority,effort,size,labels,tags," +
    "assignee,assigned to,link,links,see,issue,ticket,tracking issue,start,done when,verify,needs,skills"
  ).split(","),
);

/**
 * Whether a text says why: words, and not only links, comments or lines of facts such as "When: 2026" and
 * "Status: active". An imported theme keeps those in its why, and they do not make it a reason.
 */
export function saysWhy(text: string): boolean {
  return text.split("\n").some((line) => {
    const plain = line.replace(/^[\s>*+•-]+/, "");
    const key = /^([^:：]{1,30})[:：]/.exec(plain)?.[1];
    if (key !== undefined && facts.has(foldWords(key.replace(/[*_`]/g, "")))) return false;
    const words = plain
      .replace(/<!--[^>]*-->|!?\[[^[\]]*\]\([^()\s]*\)|\[[^[\]]*\]:\s*\S+|<?https?:\/\/[^\s>]+>?/g, "")
      .replace(/^\*\*[^*]+\*\*$/, "");
    return /[\p{L}\p{N}]/u.test(words);
  });
}

/** "Website: people cannot find things" says what is wrong: "People cannot find things." "" when the title does not. */
export function whyFromTitle(title: string): string {
  const words = /^[^:：]{2,}[:：]\s+(\S+\s+\S.*)$/u.exec(title)?.[1];
  if (words === undefined) return "";
  const [first = "", ...rest] = words;
  const sentence = first.toUpperCase() + rest.join("");
  if (!saysWhy(sentence)) return "";
  return /[.!?…。]$/.test(sentence) ? sentence : `${sentence}.`;
}
