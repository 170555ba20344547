type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Remembers what somebody types while the scripts of a page are still on their way, and returns what brings it back once
 * React has taken the page over. React 18 sets a textarea back to the words it was sent with, and nothing that counts or
 * previews has heard of what was typed before.
 */
export function keepEarlyWords(page: Document): () => void {
  const words = new Map<Field, string>();
  const remember = (field: Field) => {
    if (field.type !== "hidden" && field.value !== field.defaultValue) words.set(field, field.value);
  };
  const hear = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) remember(target);
  };
  for (const field of page.querySelectorAll<Field>("input, textarea")) remember(field);
  page.addEventListener("input", hear, { capture: true });
  return () => {
    page.removeEventListener("input", hear, { capture: true });
    for (const [field, value] of words) {
      if (field.value !== value) field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    words.clear();
  };
}
