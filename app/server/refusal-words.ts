/** What the front door says when it lets something not pass. */
export const refusalWords = {
  otherName: {
    title: "This server answers to another name",
    what: "The address you used is not one of its own.",
    instead: "Open it by the address you were given.",
  },
  unreadable: {
    title: "That address cannot be read",
    what: "Some of its characters are broken.",
    instead: "Go back and follow the link again, or start from the first page.",
  },
  notHere: {
    title: "There is nothing at this address",
    what: "It may have moved, or the address may be a letter off.",
    instead: "Check the address, or start from the first page.",
  },
  notYours: {
    title: "This is for others to read",
    what: "It belongs to the people who organize it.",
    instead: "Ask one of them, or go on from the first page.",
  },
  otherMethod: {
    title: "That is not how this page works",
    what: "It can be read, and its forms can be sent.",
    instead: "Open the page and use what is on it.",
  },
  otherSite: {
    title: "This came from another site",
    what: "Nothing was changed.",
    instead: "Open the page here and send the form from it.",
  },
  otherType: {
    title: "That is not a form",
    what: "Only forms can be sent here.",
    instead: "Send it as application/x-www-form-urlencoded or multipart/form-data.",
  },
  tooMuch: {
    title: "That is too much at once",
    what: "A form may hold two megabytes.",
    instead: "Send it in parts.",
  },
};
