import type { BrowserContext, ConsoleMessage } from "@playwright/test";

/** What a browser complained about while a story ran. */
export type Noise = {
  /** The story leads to an answer with this status: not a complaint, and a failure if it never comes. */
  expects(status: number): void;
  /** Everything that nobody expected, a line each. */
  complaints(): string[];
};

/** Listens to every page of a browser: errors and warnings of the console, exceptions, answers from 400 on, failed requests. */
export function listenTo(context: BrowserContext, { scripts }: { scripts: boolean }): Noise {
  const heard: string[] = [];
  const expected = new Map<number, boolean>();

  context.on("console", (message) => {
    if (isComplaint(message) && !expected.has(statusIn(message))) {
      heard.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => heard.push(`exception: ${error.error().stack ?? error.error().message}`));
  context.on("response", (response) => {
    const status = response.status();
    if (status < 400) return;
    if (expected.has(status)) expected.set(status, true);
    else heard.push(`status ${status}: ${response.request().method()} ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Whoever presses a link before the page is whole leaves its scripts and styles behind.
    if (why === "net::ERR_ABORTED" && !request.isNavigationRequest()) return;
    // A browser without JavaScript fetches no scripts, and calls that a policy.
    if (why === "csp" && !scripts && request.resourceType() === "script") return;
    heard.push(`failed: ${request.method()} ${request.url()} ${why}`);
  });

  return {
    expects: (status) => void expected.set(status, false),
    complaints: () => [
      ...heard,
      ...[...expected].filter(([, came]) => !came).map(([status]) => `a ${status} was expected and never came`),
    ],
  };
}

const isComplaint = (message: ConsoleMessage) => message.type() === "error" || message.type() === "warning";

/** Chromium writes every refused document into the console, with its status. */
const statusIn = (message: ConsoleMessage) =>
  Number(/the server responded with a status of (\d+)/.exec(message.text())?.[1]);
