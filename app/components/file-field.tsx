import styles from "./control.module.css";
import { FieldFrame, type FieldProps, wiring } from "./field";

/** A file to send along; the form around it needs `encType="multipart/form-data"`. */
export function FileField({ accept, required, ...field }: FieldProps & { accept?: string; required?: boolean }) {
  return (
    <FieldFrame {...field}>
      <input
        {...wiring(field)}
        className={`${styles.control} ${styles.file}`}
        type="file"
        accept={accept}
        required={required}
      />
    </FieldFrame>
  );
}
