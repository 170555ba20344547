import tokens from "../styles/tokens.css?raw";
import { type BrokenStatus, brokenWords } from "./broken-words";

type BrokenPageParts = {
  status?: BrokenStatus;
  /** Other words than the status has, for a refusal at the front door. */
  words?: { title: string; what: string; instead: string };
  requestId: string;
  /** The nonce of the answer's content security policy, for the one style element. */
  nonce: string;
  /** Where the link back leads. */
  home?: string;
};

const rose =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="6.6" fill="none" stroke="currentColor"/><path d="M12 .5 13.8 10.2 23.5 12 13.8 13.8 12 23.5 10.2 13.8 .5 12 10.2 10.2z" fill="currentColor"/><path class="north" d="M12 .5 13.8 10.2 12 12 10.2 10.2z"/></svg>';

const rules = `
*{box-sizing:border-box}
body{margin:0;background:var(--vellum);color:var(--ink);font:400 var(--step-0)/1.55 var(--sans);overflow-wrap:break-word}
.width{max-width:calc(var(--page) + 2*var(--gutter));margin:0 auto;padding:0 var(--gutter)}
header{border-bottom:1px solid var(--line);font:600 var(--step-1) var(--serif)}
header .width{display:flex;align-items:center;gap:.55rem;min-height:4rem}
svg{width:1.6rem;height:1.6rem}
.north{fill:var(--accent)}
main{padding-block:var(--space-7)}
h1{margin:0;max-width:22ch;font:600 var(--step-4)/1.06 var(--serif);letter-spacing:-.018em;text-wrap:balance}
p{margin:var(--space-4) 0 0;max-width:var(--measure);text-wrap:pretty}
.lede{color:var(--ink-soft);font-size:var(--step-1);line-height:1.45}
a{color:inherit}
main a{display:inline-flex;align-items:center;min-height:var(--target);font-weight:600;text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.request{margin-top:var(--space-6);color:var(--ink-soft);font-size:var(--step--1)}
code{font-family:var(--mono)}
`;

/**
 * The page for when everything else fails: a whole document that asks nothing of React, the database or the network.
 * Send it with a policy that allows `style-src 'nonce-…'` and nothing more.
 */
export function brokenPage({
  status = 500,
  words = brokenWords[status],
  requestId,
  nonce,
  home = "/",
}: BrokenPageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title} · Portolan</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style nonce="${escaped(nonce)}">${tokens}${rules}</style>
</head>
<body>
<header><div class="width">${rose}<span>Portolan</span></div></header>
<main><div class="width">
<h1>${words.title}</h1>
<p class="lede">${words.what}</p>
<p>${words.instead}</p>
<p><a href="${escaped(home)}">Go to the first page</a></p>
<p class="request">If you ask somebody about this, mention request <code>${escaped(requestId)}</code>.</p>
</div></main>
</body>
</html>
`;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
