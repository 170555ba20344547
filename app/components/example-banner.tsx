import { paths } from "../paths";
import styles from "./example-banner.module.css";

const parts = [
  ["organizer", "an organizer"],
  ["newcomer", "a newcomer"],
  ["mentor", "a mentor"],
] as const;

type ExampleBannerProps = {
  signedIn: boolean;
  /** There is no community at all. */
  empty: boolean;
  /** The example is gone: what is here is somebody's own. */
  cleared: boolean;
};

/** What every page of the example says: that it is one, how to look around in it, how to start one's own. */
export function ExampleBanner({ signedIn, empty, cleared }: ExampleBannerProps) {
  if (cleared && !empty) return <OwnBanner />;
  return (
    <div className={styles.banner}>
      <p>
        <strong>This is an example.</strong>{" "}
        {empty
          ? "It is empty: the address for creating your community was printed in the terminal."
          : "Nothing here is real, so press what you like."}
      </p>
      {empty ? null : (
        <>
          <form method="post" action={paths.exampleVisitor()} className={styles.visitor}>
            <span>Look around as</span>
            {parts.map(([part, words]) => (
              <button key={part} type="submit" name="as" value={part}>
                {words}
              </button>
            ))}
          </form>
          <details>
            <summary>Start your own</summary>
            <form method="post" action={paths.exampleClearing()}>
              <p>
                Clear the example and you get an empty Portolan, with an address to create your community at. You can
                also stop the server and run <code>npm start -- --empty</code>.
              </p>
              <button type="submit">Clear the example</button>
            </form>
          </details>
        </>
      )}
      {signedIn ? null : <a href={paths.mailbox()}>Mailbox</a>}
    </div>
  );
}

/** Once the example is cleared, nothing is an example any more; but mail still goes nowhere. */
const OwnBanner = () => (
  <div className={styles.banner}>
    <p>
      <strong>The example is cleared, and what is here is yours.</strong> Mail does not leave this machine.
    </p>
    <a href={paths.mailbox()}>Mailbox</a>
  </div>
);
