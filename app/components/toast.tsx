import type { ReactNode } from "react";
import type { Tone } from "./badge";
import styles from "./toast.module.css";

type ToastProps = {
  tone?: Extract<Tone, "sea" | "sun" | "storm">;
  /** What has just happened, in one sentence. */
  children: ReactNode;
  /** What takes it back: a small form with "Undo". */
  action?: ReactNode;
};

/** What has just happened. It stands in the `Shell`'s polite region, in the flow, so that it never covers what has focus. */
export function Toast({ tone = "sea", children, action }: ToastProps) {
  return (
    <div className={`${styles.toast} ${styles[tone]}`}>
      <div className={styles.width}>
        <p>{children}</p>
        {action}
      </div>
    </div>
  );
}
