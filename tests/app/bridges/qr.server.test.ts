import { encode } from "uqr";
import { expect, it } from "vitest";
import { qrDrawing } from "../../../app/bridges/qr.server";

const address = "https://portolan.example.org/django/sprints/palafrugell-2026";

it("the drawing has every dark square of the code, and no other", () => {
  const { size, path } = qrDrawing(address);
  const drawn = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1) (drawn[Number(y)] ?? [])[Number(x) + step] = true;
  }
  expect(drawn).toEqual(encode(address, { ecc: "M", border: 4 }).data);
});

it("four squares around it stay light, so that it can be read", () => {
  const { size, path } = qrDrawing(address);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (const edge of [Number(x), Number(y)]) expect(edge).toBeGreaterThanOrEqual(4);
    expect(Number(x) + Number(width)).toBeLessThanOrEqual(size - 4);
    expect(Number(y)).toBeLessThan(size - 4);
  }
});
