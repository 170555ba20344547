/** What the page of last resort says: once for the page inside the frame, once for the one that needs nothing. */
export const brokenWords = {
  500: {
    title: "Something broke on our side",
    what: "It was nothing you did, and what was saved stays saved.",
    instead:
      "Go back and try once more. If it happens again, tell the people who run this place, with the number below.",
  },
  503: {
    title: "Out of reach for a moment",
    what: "The database is not answering, so nothing can be read or saved right now. Nothing that was saved is lost.",
    instead:
      "Wait a few seconds and load the page again. If you were sending something, go back: your browser still has the text.",
  },
} as const;

export type BrokenStatus = keyof typeof brokenWords;
