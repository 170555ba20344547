import { useFetcher, useFetchers, useSubmit } from "@remix-run/react";
import { useState } from "react";
import type { Move } from "../domain/roadmap/ordering";
import type { DropAnswer } from "./answer-move";

/** The moves that are on their way, oldest first: what a board shows before the server has said so. */
export const usePendingMoves = (): Move[] =>
  useFetchers().flatMap(({ state, formData, data }) => {
    const drop = formData?.get("drop");
    const isRefused = state === "loading" && (data as DropAnswer | undefined)?.refused;
    return typeof drop === "string" && !isRefused ? [JSON.parse(drop) as Move] : [];
  });

/**
 * Sends moves without leaving the page, and keeps what is said of those that were refused. `sent` names the things moved
 * since the page was opened, for `MoveNews`.
 */
export function useMoves() {
  const submit = useSubmit();
  const [sent, remember] = useState<readonly string[]>([]);
  const send = (move: Move, action: string, fields: Record<string, string | number>) => {
    remember((known) => [...known.filter((id) => id !== move.id), move.id]);
    const form = { ...fields, drop: JSON.stringify(move) };
    submit(form, { method: "post", action, navigate: false, fetcherKey: move.id });
  };
  return { sent, send };
}

/** Why the last move of each of these things was refused, if it was. */
export function MoveNews({ sent }: { sent: readonly string[] }) {
  return sent.map((id) => <NewsOf key={id} id={id} />);
}

function NewsOf({ id }: { id: string }) {
  const { state, data } = useFetcher<DropAnswer>({ key: id });
  return data?.refused && state !== "submitting" ? <p>{data.refused}</p> : null;
}
