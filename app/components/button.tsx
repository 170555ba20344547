import type { ComponentPropsWithoutRef, ElementType, ReactNode } from "react";
import styles from "./button.module.css";

/** `go` is the one next action of a screen, and the only vermilion on it; everything else is `plain` or `quiet`. */
export type ButtonTone = "go" | "plain" | "quiet";

const classes: Record<ButtonTone, string> = {
  go: `${styles.button} ${styles.go}`,
  plain: `${styles.button}`,
  quiet: `${styles.button} ${styles.quiet}`,
};

type ButtonProps = Omit<ComponentPropsWithoutRef<"button">, "className" | "style" | "disabled"> & { tone?: ButtonTone };

/** A button. It is never disabled: what cannot be done is said in a sentence beside it. */
export function Button({ tone = "plain", type = "submit", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classes[tone]} />;
}

type ButtonLinkProps = {
  href: string;
  tone?: ButtonTone;
  /** The element to be: `a`, or a component that takes `href` and `className`. */
  as?: ElementType;
  autoFocus?: boolean;
  children: ReactNode;
};

/** A link that looks like a button, for a next step that is a page. */
export function ButtonLink({ href, tone = "plain", as: Element = "a", autoFocus, children }: ButtonLinkProps) {
  return (
    <Element href={href} className={classes[tone]} autoFocus={autoFocus}>
      {children}
    </Element>
  );
}
