/**
 * Whether a loader runs for the answer to a form rather than for a visit: when an action has refused something, the page
 * is loaded with the form's own headers, though as a GET and without its body.
 */
export const followsForm = (request: Request): boolean => request.headers.has("Content-Type");
