import { useFetcher, useFetchers, useSubmit } from "@remix-run/react";
import { useRef, useState } from "react";
import type { Move } from "../domain/roadmap/ordering";
import type { DropAnswer } from "./answer-move";

/** The moves that are on their way, oldest first: what a board shows before the server has said so. */
export const usePendingMoves = (): Move[] =>
  useFetchers().flatMap(({ state, formData, data }) => {
    const drop = formData?.get("drop");
    const isRefused = state === "loading" && (data as DropAnswer | undefined)?.refused;
    return typeof drop === "string" && !isRefused ? [JSON.parse(drop) as Move] : [];
  });

type Sent = { id: string; key: string };

/**
 * Sends moves without leaving the page, and keeps what is said of those that were refused. `sent`: the last move of each thing
 * since the page was opened, for `MoveNews`. Each has a fetcher of its own: one that is sent again breaks off what it was at.
 */
export function useMoves() {
  const submit = useSubmit();
  const count = useRef(0);
  const [sent, remember] = useState<readonly Sent[]>([]);
  const send = (move: Move, action: string, fields: Record<string, string | number>) => {
    count.current += 1;
    const key = `move ${count.current} of ${move.id}`;
    remember((known) => [...known.filter(({ id }) => id !== move.id), { id: move.id, key }]);
    const form = { ...fields, drop: JSON.stringify(move) };
    submit(form, { method: "post", action, navigate: false, fetcherKey: key });
  };
  return { sent, send };
}

/** Why the last move of each of these things was refused, if it was. */
export function MoveNews({ sent }: { sent: readonly Sent[] }) {
  return sent.map(({ key }) => <NewsOf key={key} of={key} />);
}

function NewsOf({ of: key }: { of: string }) {
  const { state, data } = useFetcher<DropAnswer>({ key });
  return data?.refused && state !== "submitting" ? <p>{data.refused}</p> : null;
}
