import fc from "fast-check";
import { expect, it } from "vitest";
import { readParts } from "../../../../app/domain/roadmap/parts";
import { type MergeText, mergeTexts } from "../../../../app/domain/tasks/merging";

const line = fc.constantFrom("the barn", "the gate", "a long road", "somebody sees it", "two of three");
const text = fc.array(line, { maxLength: 3 }).map((lines) => lines.join("\n"));
const task = (number: number): fc.Arbitrary<MergeText> =>
  fc.record({
    number: fc.constant(number),
    title: fc.constant(`Task of ${number}`),
    sizeMinutes: fc.option(fc.integer({ min: 1, max: 9600 }), { nil: null }),
    goal: text,
    start: text,
    doneWhen: text,
    verify: text,
    notes: text,
    skills: fc.constantFrom([], ["css"], ["css", "sql"]),
    links: text,
    mentorId: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  });

const names = ["goal", "start", "doneWhen", "verify", "notes", "links"] as const;

it("two tasks that become one keep every line, every skill and somebody to ask", () => {
  fc.assert(
    fc.property(task(1), task(2), (kept, other) => {
      const merged = mergeTexts(kept, other);
      for (const name of names)
        for (const one of [kept, other])
          expect(merged?.[name].split("\n")).toEqual(expect.arrayContaining(one[name].split("\n").filter(Boolean)));
      expect(merged?.skills).toEqual(expect.arrayContaining([...kept.skills, ...other.skills]));
      expect(merged?.mentorId).toBe(kept.mentorId ?? other.mentorId);
      expect(merged?.notes).toContain(other.title);
    }),
  );
});

it("merged and split again, every line of both is in one of the parts", () => {
  fc.assert(
    fc.property(task(1), task(2), (kept, other) => {
      const merged = mergeTexts(kept, other);
      const fields = [merged?.start, merged?.doneWhen, merged?.verify, merged?.notes].map((field) =>
        (field ?? "")
          .split("\n")
          .map((said) => `    ${said}`)
          .join("\n"),
      );
      const read = readParts(
        `- ${kept.title}\n  start:\n${fields[0]}\n  done when:\n${fields[1]}\n- ${other.title}\n  verify:\n${fields[2]}\n  notes:\n${fields[3]}`,
      );
      const parts = read.ok ? read.parts : [];
      const lines = parts.flatMap(({ start, doneWhen, verify, notes }) =>
        [start, doneWhen, verify, notes].join("\n").split("\n"),
      );
      for (const name of ["start", "doneWhen", "verify", "notes"] as const)
        for (const one of [kept, other])
          expect(lines).toEqual(expect.arrayContaining(one[name].split("\n").filter(Boolean)));
    }),
  );
});

it("is refused where together they say more than a task can hold", () => {
  const long = {
    number: 1,
    title: "x",
    sizeMinutes: null,
    goal: "",
    start: "",
    doneWhen: "",
    verify: "",
    links: "",
    skills: [],
    mentorId: null,
  };
  expect(
    mergeTexts({ ...long, notes: "a".repeat(12_000) }, { ...long, number: 2, notes: "b".repeat(12_000) }),
  ).toBeNull();
});
