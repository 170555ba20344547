import type { ElementType } from "react";
import styles from "./move-buttons.module.css";

type MoveButtonsProps = {
  /** Where it posts `direction` to, "up" or "down". */
  action: string;
  /** What is moved, for those who hear the buttons: "Move up: Passkeys". */
  title: string;
  /** The first has no way up, the last none down. */
  first?: boolean;
  last?: boolean;
  /** The element to be: `form`, or a component that takes the same attributes. */
  as?: ElementType;
};

/** Moves a thing one place up or down among its neighbours. */
export function MoveButtons({ action, title, first = false, last = false, as: Form = "form" }: MoveButtonsProps) {
  return (
    <Form className={styles.move} method="post" action={action}>
      {first ? null : (
        <button type="submit" name="direction" value="up" aria-label={`Move up: ${title}`}>
          ↑
        </button>
      )}
      {last ? null : (
        <button type="submit" name="direction" value="down" aria-label={`Move down: ${title}`}>
          ↓
        </button>
      )}
    </Form>
  );
}
