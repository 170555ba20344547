import styles from "./qr-code.module.css";

type QrCodeProps = {
  /** The side of the square, and one path with its dark parts. */
  size: number;
  path: string;
  /** What it leads to: "The address of this page". */
  label: string;
};

/** A QR code. Dark on light in either theme, because cameras read it so. */
export function QrCode({ size, path, label }: QrCodeProps) {
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
