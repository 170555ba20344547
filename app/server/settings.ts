/** What `bin/settings.mjs` reads from the environment and the command line, checked. */
export type Settings = {
  /** 0: any free port. */
  port: number;
  host: string;
  /** The site's public origin, or null on one's own machine. */
  origin: string | null;
  /** A PostgreSQL to use, or null for the embedded one. */
  databaseUrl: string | null;
  /** Where the embedded database keeps its files. */
  dataDir: string;
  smtpUrl: string | null;
  mailFrom: string | null;
  /** Whether `X-Forwarded-For` of the proxy in front is believed. */
  trustProxy: boolean;
  /** Neither `DATABASE_URL` nor `APP_ORIGIN` is set: an example to walk around in. */
  example: boolean;
  /** Start the example empty. */
  empty: boolean;
  /** Where the project is: `build/`, `public/` and `db/migrations` are found from here. */
  projectDirectory: string;
  /** Told what takes long, a sentence each. */
  onStep?: (sentence: string) => void;
};
