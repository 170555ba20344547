import { connect, createServer } from "node:net";

/**
 * Why the port cannot be listened on, as a sentence with the way out, or null when it is free.
 * @param {{ port: number, host: string, dev: boolean }} settings
 * @returns {Promise<string | null>}
 */
export async function portProblem({ port, host, dev }) {
  // Some systems let two programs listen on one port, at a narrower and a wider address.
  const answers =
    port === 0 ? [] : await Promise.all(["127.0.0.1", "::1"].map((address) => isAnswering(address, port)));
  return listenProblem(answers.includes(true) ? "EADDRINUSE" : await tryListening(host, port), { port, host, dev });
}

/**
 * The sentence for the code of an error that listening ended with; null when there is none for it.
 * @param {string | undefined} code
 * @param {{ port: number, host: string, dev: boolean }} settings
 * @returns {string | null}
 */
export function listenProblem(code, { port, host, dev }) {
  const other = `PORT=${port < 65_535 ? port + 1 : 3000} npm ${dev ? "run dev" : "start"}`;
  if (code === "EADDRINUSE")
    return `Port ${port} is already in use: stop what runs there, or choose another port with ${other}`;
  if (code === "EACCES")
    return `Port ${port} may not be used by this account: choose one from 1024 upwards, such as PORT=3000 npm start`;
  if (code === "EADDRNOTAVAIL")
    return `BIND_ADDRESS is ${host}, which is not an address of this machine: leave it out, or set it to 127.0.0.1.`;
  return null;
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isAnswering(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const settle = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("timeout", () => settle(false));
  });
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>} the code of the error, if any
 */
function tryListening(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve("code" in error ? String(error.code) : undefined));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
