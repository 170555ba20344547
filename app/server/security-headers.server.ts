/**
 * The content security policy of an answer. A page without scripts allows none at all; one with scripts allows our own
 * files and the inline ones that carry this answer's nonce. Development adds what Vite needs.
 */
export function contentSecurityPolicy(options: { scripts: boolean; nonce: string; dev: boolean }): string {
  const scripts = options.scripts ? `'self' 'nonce-${options.nonce}'` : "'none'";
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self'${options.dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${options.scripts ? `'self'${options.dev ? " ws:" : ""}` : "'none'"}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For answers that are no page of Remix: nothing runs, styles only from the page itself. */
export const defaultPolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** For what is no page at all (files, redirects, the health report): nothing runs, and nobody frames it. */
export const barePolicy =
  "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The headers every answer has. Strict-Transport-Security only where the site is served on https. */
export function securityHeaders(https: boolean): [name: string, value: string][] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    // Not no-referrer: browsers would then send `Origin: null` with our own forms.
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
    ...(https ? ([["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]] as [string, string][]) : []),
  ];
}
