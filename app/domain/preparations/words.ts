/**
 * What can be prepared. `task`: one task is made ready; `split`: a theme gets a task that is ready; `answer`: an open question
 * gets its decision; `mentor`: a theme gets a mentor at a sprint.
 */
export const preparationKinds = ["task", "split", "answer", "mentor"] as const;
export type PreparationKind = (typeof preparationKinds)[number];
