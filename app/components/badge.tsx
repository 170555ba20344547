import type { ReactNode } from "react";
import styles from "./badge.module.css";

/** sea: ready and well. sun: soon, waiting or missing. storm: stuck or refused. plain: anything else. */
export type Tone = "sea" | "sun" | "storm" | "plain";

/** ● ▲ ■ ◐ ◇ ? ✓ + = : colour never speaks alone, and neither does a shape. */
export type Shape = "dot" | "triangle" | "square" | "half" | "diamond" | "question" | "check" | "plus" | "equals";

const shapeOf: Record<Tone, Shape> = { sea: "dot", sun: "triangle", storm: "square", plain: "diamond" };

type BadgeProps = {
  tone: Tone;
  /** Left out, the tone's own: ● ▲ ■ ◇. */
  shape?: Shape;
  /** The word or the sentence. A badge without one does not exist. */
  children: ReactNode;
};

/** How a thing stands: a tone, a shape and a word. The shape is drawn by the stylesheet, so screen readers hear the word alone. */
export function Badge({ tone, shape = shapeOf[tone], children }: BadgeProps) {
  return <span className={`${styles.badge} ${styles[tone]} ${styles[shape]}`}>{children}</span>;
}
