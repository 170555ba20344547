import type { ReactNode } from "react";
import { Button, type ButtonTone } from "./button";
import styles from "./dialog.module.css";

type DialogProps = {
  id: string;
  title: ReactNode;
  /** The words of the button that opens it. */
  trigger: ReactNode;
  tone?: ButtonTone;
  /** What it holds: usually a form. */
  children: ReactNode;
};

/**
 * A sheet above the page. The browser opens it by itself: as a modal dialog where it knows commands, as a popover where
 * it knows those; where it knows neither, the sheet simply stands open in the page.
 */
export function Dialog({ id, title, trigger, tone, children }: DialogProps) {
  // React 18 has no types for these attributes and passes them on as they are.
  const open = { commandfor: id, command: "show-modal", popovertarget: id };
  const close = { commandfor: id, command: "close", popovertarget: id, popovertargetaction: "hide" };
  const sheet = { id, popover: "auto" };
  return (
    <>
      <span className={styles.trigger}>
        <Button type="button" tone={tone} aria-haspopup="dialog" {...open}>
          {trigger}
        </Button>
      </span>
      <dialog className={styles.dialog} aria-labelledby={`${id}-title`} {...sheet}>
        <div className={styles.head}>
          <h2 id={`${id}-title`}>{title}</h2>
          <span className={styles.trigger}>
            <Button type="button" tone="quiet" {...close}>
              Close
            </Button>
          </span>
        </div>
        {children}
      </dialog>
    </>
  );
}
