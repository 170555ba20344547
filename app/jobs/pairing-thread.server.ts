import { workerData } from "node:worker_threads";
import { answerQuestions } from "./crowd-answers.server";
import type { ReaderOrder } from "./crowd-order";
import type { RunOrder } from "./pairing-order";
import { runOnce } from "./pairing-run.server";
import type { PublishingOrder } from "./publishing-order";
import { publishOnce } from "./publishing-thread.server";

/** What goes on in a thread beside the server: one run over a crowd, publishing its draft, or the answers to what is asked of crowds. */
const order = workerData as RunOrder | ReaderOrder | PublishingOrder;
if (order.is === "run") await runOnce(order);
else if (order.is === "publishing") await publishOnce(order);
else answerQuestions(order);
