import { encode } from "uqr";

/** A QR code to be drawn as one path in a square of `size` units, its quiet margin (4 units) included. */
export type QrDrawing = { size: number; path: string };

/** An address as a QR code with medium error correction: it is read from a sheet of paper on a door. */
export function qrDrawing(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const runs = data.flatMap((row, y) => {
    const said: string[] = [];
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      said.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
    return said;
  });
  return { size, path: runs.join("") };
}
