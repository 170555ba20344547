/**
 * Does something every minute, until `stop` is called, which waits for what is being done. What goes wrong is told to `failed`,
 * and tried again the next time. Never twice at once.
 */
export function everyMinute(work: () => Promise<void>, failed: (error: unknown) => void): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(work).catch(failed);
  }, 60_000);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
