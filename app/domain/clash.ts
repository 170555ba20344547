/** One field that two people wrote differently, each in words. */
export type Clash = { label: string; theirs: string; yours: string };

/** A field of a form: its name, what people call it, and how its value is said where it is not words already. */
export type ClashField = { name: string; label: string; say?: (value: string) => string };

const folded = (text: string | undefined) => (text ?? "").replace(/\r\n?/g, "\n").trim();

/** The fields in which what somebody typed differs from what is stored now, in the form's order. */
export function findClashes(
  fields: readonly ClashField[],
  stored: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
): Clash[] {
  return fields.flatMap(({ name, label, say = String }) => {
    const [theirs, yours] = [folded(stored[name]), folded(typed[name])];
    return theirs === yours ? [] : [{ label, theirs: say(theirs), yours: say(yours) }];
  });
}
