/** The numbers of the questions whose boxes were ticked in a form that was typed. */
export const awaitedIn = (typed: Readonly<Record<string, string>>): number[] =>
  Object.keys(typed).flatMap((name) => {
    const number = /^question-([1-9][0-9]{0,9})$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
