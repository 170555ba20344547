import type { ReactNode } from "react";
import { Rose } from "./rose";
import styles from "./shell.module.css";

export type NavLink = { href: string; label: string; current?: boolean };

export type ShellProps = {
  /** Where the mark leads. */
  home: string;
  /** The community whose pages these are; absent on pages that belong to none. */
  community?: { name: string; href: string };
  /** The main ways, in order; the one being read is `current`. */
  nav?: readonly NavLink[];
  /** Who is signed in. `signOut` is the address the sign-out form posts to. */
  person?: { name: string; href?: string; signOut: string } | null;
  /** The address of the sign-in page, shown while nobody is signed in. */
  signIn?: string;
  /** What every page says before anything else: that this is an example, and how to start one's own. */
  banner?: ReactNode;
  /** What has just happened: a `Toast`. Its polite region is always in the page, so that it is announced. */
  notice?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** The frame around every page: skip link, banner, header with the ways, main, footer. */
export function Shell({ home, community, nav = [], person, signIn, banner, notice, footer, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      {banner ? (
        <aside className={styles.banner} aria-label="About this example">
          <div className={styles.width}>{banner}</div>
        </aside>
      ) : null}
      <header className={styles.bar}>
        <div className={styles.width}>
          <div className={styles.brand}>
            <a href={home}>
              <Rose />
              <span className={community ? styles.wordAside : undefined}>Portolan</span>
            </a>
            {community ? (
              <a className={styles.community} href={community.href}>
                {community.name}
              </a>
            ) : null}
          </div>
          {nav.length > 0 ? (
            <nav className={styles.nav} aria-label="Main">
              <ul>
                {nav.map((link) => (
                  <li key={link.href}>
                    <a href={link.href} aria-current={link.current ? "page" : undefined}>
                      {link.label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          <Account person={person} signIn={signIn} />
        </div>
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        <div role="status">{notice}</div>
        <div className={styles.width}>{children}</div>
      </main>
      <footer className={styles.footer}>
        <div className={styles.width}>{footer ?? <p>Portolan charts an open-source roadmap, and crews it.</p>}</div>
      </footer>
    </div>
  );
}

function Account({ person, signIn }: Pick<ShellProps, "person" | "signIn">) {
  if (person) {
    return (
      <div className={styles.account}>
        {person.href ? (
          <a className={styles.person} href={person.href}>
            {person.name}
          </a>
        ) : (
          <span className={styles.person}>{person.name}</span>
        )}
        <form method="post" action={person.signOut}>
          <button className={styles.signOut} type="submit">
            Sign out
          </button>
        </form>
      </div>
    );
  }
  return signIn ? (
    <div className={styles.account}>
      <a href={signIn}>Sign in</a>
    </div>
  ) : null;
}
