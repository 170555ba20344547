/** A row of a table at one moment, by the names of its columns; null when it was not there. */
export type StepRow = Record<string, unknown> | null;

/** One side of a step: the rows it touched, by table and id, and what waited for what among them. */
export type StepChange = {
  /** The whys of its themes, and when they came to say something else. Not there in a step of before whys were kept. */
  themes?: Record<string, StepRow>;
  pillars: Record<string, StepRow>;
  questions: Record<string, StepRow>;
  tasks: Record<string, StepRow>;
  /** Open claims, and the task each holds. */
  claims: Record<string, StepRow>;
  /** "12>7": task 12 waits for task 7, by id. */
  waits: string[];
  /** "12>3": task 12 waits for the answer to question 3, by id. */
  awaits: string[];
};
