import { expect, it } from "vitest";
import { pairLetters, type TellingPair } from "../../../../app/domain/pairs/letters";

const person = (personId: number, name: string) => ({ personId, name, email: `${name.toLowerCase()}@example.org` });
const [kofi, zola, priya] = [person(1, "Kofi"), person(2, "Zola"), person(3, "Priya")];
const pair = (id: number, newcomer: typeof kofi, reasons: string[]): TellingPair => ({
  id,
  newcomer,
  mentor: priya,
  reasons,
});
const pages = {
  pair: (id: number) => `https://portolan.example/django/pairs/${id}`,
  task: (number: number) => `https://portolan.example/django/tasks/${number}`,
};

it("a newcomer reads who helps them, why, and what happens next", () => {
  const [letter] = pairLetters(
    [pair(7, kofi, ["because the mentor knows docs", "because 4 shared hours"])],
    { name: "Palafrugell 2026" },
    pages,
  );
  expect(letter?.to).toBe(kofi);
  expect(letter?.text).toBe(`Hello Kofi,

Priya is your mentor at Palafrugell 2026: the one to ask when you do not know how to go on.

Why the two of you:
- because the mentor knows docs
- because 4 shared hours

What happens next: say on the page the two of you share whether that suits you, and agree on when you first sit down together.

https://portolan.example/django/pairs/7

If it does not suit you, say so on that page. No is fine, and somebody else will help you.
`);
});

it("a mentor of two reads of both in one letter, each with their own page and reasons", () => {
  const letters = pairLetters(
    [pair(7, kofi, ["because the mentor knows docs"]), pair(8, zola, [])],
    { name: "Palafrugell 2026" },
    pages,
  );
  expect(letters.map(({ to }) => to.name)).toEqual(["Kofi", "Zola", "Priya"]);
  expect(letters[2]?.subject).toBe("Your newcomers at Palafrugell 2026");
  expect(letters[2]?.text).toBe(`Hello Priya,

you are the mentor of 2 newcomers at Palafrugell 2026:

Kofi
https://portolan.example/django/pairs/7

Why the two of you:
- because the mentor knows docs

Zola
https://portolan.example/django/pairs/8

What happens next: say on the page you share with each of them whether that suits you, and agree on when you first sit down together. They know that you are the one to ask.
`);
});

it("both read of a task to begin with, where there is one", () => {
  const starter = { number: 42, title: "Say what a session is" };
  const letters = pairLetters(
    [{ ...pair(7, kofi, []), starter }, pair(8, zola, [])],
    { name: "Palafrugell 2026" },
    pages,
  );
  const said = `To begin with, a task that is free, in a theme you both chose:
Say what a session is
https://portolan.example/django/tasks/42
`;
  expect(letters.map(({ to, text }) => [to.name, text.split(said).length - 1])).toEqual([
    ["Kofi", 1],
    ["Zola", 0],
    ["Priya", 1],
  ]);
});
