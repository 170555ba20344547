import styles from "./request-line.module.css";

/** Names the request at the end of every refusal, so that people can quote it; the log has the same name. */
export function RequestLine({ requestId }: { requestId: string }) {
  return (
    <p className={styles.request}>
      If you ask somebody about this, mention request <code>{requestId}</code>.
    </p>
  );
}
