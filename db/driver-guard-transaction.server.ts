import type { BoundValues, Connection, HowToAsk, Rows, TypeHandlers } from "./driver-guard-connection.server";

/** A statement on its way. `values()`, called in the same breath, asks for rows as arrays. */
export interface Statement extends Promise<Rows> {
  values(): Statement;
}

/** The part of the driver's client that drizzle speaks to inside a transaction. */
export interface GuardedScope {
  readonly options: TypeHandlers;
  unsafe(text: string, parameters?: BoundValues, how?: HowToAsk): Statement;
  savepoint<Result>(body: (scope: GuardedScope) => Promise<Result>): Promise<Result>;
}

interface TransactionState {
  connection: Connection;
  options: TypeHandlers;
  savepoints: number;
  /** The failure since which PostgreSQL refuses everything but a rollback. */
  failure: unknown;
}

/** Begins a statement a moment later, when it is known how its rows are wanted. */
export function startStatement(run: (asValues: boolean) => Promise<Rows>): Statement {
  let asValues = false;
  const answer = Promise.resolve().then(() => run(asValues));
  const started: Statement = Object.assign(answer, {
    values() {
      asValues = true;
      return started;
    },
  });
  return started;
}

/**
 * Runs `body` between BEGIN and COMMIT on a connection lent for that alone, and rejects with whatever went wrong: what `body`
 * threw (after a ROLLBACK), or the failure it swallowed though PostgreSQL had given the transaction up. When the backend dies,
 * every further statement and the COMMIT are refused, so the transaction rejects once `body` has settled.
 *
 * `onSettled` is told that PostgreSQL answered the COMMIT or the ROLLBACK, so that the connection can be lent again.
 */
export async function runTransaction<Result>(
  connection: Connection,
  options: TypeHandlers,
  body: (scope: GuardedScope) => Promise<Result>,
  onSettled: () => void,
): Promise<Result> {
  await connection.send("begin");
  const state: TransactionState = { connection, options, savepoints: 0, failure: undefined };
  const { scope, leave } = enterScope(state);
  let result: Result;
  try {
    result = await body(scope);
  } catch (error) {
    leave();
    await connection.send("rollback").then(onSettled, () => {});
    throw error;
  }
  leave();
  const { command } = await connection.send("commit");
  onSettled();
  if (command !== "COMMIT") throw state.failure ?? new Error("PostgreSQL rolled the transaction back");
  return result;
}

async function runSavepoint<Result>(
  state: TransactionState,
  body: (scope: GuardedScope) => Promise<Result>,
): Promise<Result> {
  const { connection } = state;
  state.savepoints += 1;
  const name = `s${state.savepoints}`;
  await connection.send(`savepoint ${name}`);
  const { scope, leave } = enterScope(state);
  try {
    const result = await body(scope);
    leave();
    await connection.send(`release savepoint ${name}`).catch((refusal) => {
      throw state.failure ?? refusal;
    });
    return result;
  } catch (error) {
    leave();
    await connection.send(`rollback to savepoint ${name}`).then(
      () => {
        state.failure = undefined;
      },
      () => {},
    );
    throw error;
  }
}

/** After `leave()` the scope refuses: a statement that comes late would run in whatever its connection is lent for next. */
function enterScope(state: TransactionState): { scope: GuardedScope; leave: () => void } {
  let left = false;
  const stillInside = () => {
    if (left) throw new Error("This transaction is over; a statement came after its end");
  };
  const scope: GuardedScope = {
    options: state.options,
    unsafe: (text, parameters, how) =>
      startStatement(async (asValues) => {
        stillInside();
        try {
          return await state.connection.send(text, parameters, { ...how, asValues });
        } catch (error) {
          state.failure ??= error;
          throw error;
        }
      }),
    async savepoint(body) {
      stillInside();
      return runSavepoint(state, body);
    },
  };
  return {
    scope,
    leave() {
      left = true;
    },
  };
}
