import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../bin/project.mjs";
import { readSettings } from "../../bin/settings.mjs";

describe("settings that can be used", () => {
  it("nothing set is an example on this machine alone, with a database beside it", () => {
    expect(readSettings({}, [])).toEqual({
      settings: {
        port: 3000,
        host: "127.0.0.1",
        origin: null,
        databaseUrl: null,
        dataDir: join(root, ".data"),
        smtpUrl: null,
        mailFrom: null,
        trustProxy: false,
        example: true,
        empty: false,
        dev: false,
        projectDirectory: root,
      },
    });
  });

  it("an empty variable is an unset one", () => {
    const empty = {
      PORT: "",
      APP_ORIGIN: " ",
      DATABASE_URL: "",
      DATA_DIR: "",
      SMTP_URL: "",
      TRUST_PROXY: "",
      EMPTY: "",
    };
    expect(readSettings(empty, [])).toEqual(readSettings({}, []));
  });

  it.each([
    [{ APP_ORIGIN: "https://portolan.example.org" }, "0.0.0.0"],
    [{ DATABASE_URL: "postgres://localhost/portolan" }, "127.0.0.1"],
  ])("%o is no example, and listens on %s", (env, host) => {
    expect(readSettings(env, []).settings).toMatchObject({ example: false, host });
  });

  it("an origin is written as browsers write it", () => {
    const written = { APP_ORIGIN: "HTTPS://Portolan.Example.ORG:443/" };
    expect(readSettings(written, []).settings?.origin).toBe("https://portolan.example.org");
  });

  it("a site with everything set gets what it says", () => {
    const env = {
      PORT: "8080",
      BIND_ADDRESS: "::1",
      APP_ORIGIN: "https://portolan.example.org",
      DATABASE_URL: "postgresql://me@localhost/portolan?host=/run/postgresql",
      DATA_DIR: "elsewhere/data",
      SMTP_URL: "smtps://user:pass@mail.example.org",
      MAIL_FROM: "Portolan <portolan@example.org>",
      TRUST_PROXY: "yes",
      EMPTY: "1",
    };
    expect(readSettings(env, ["--dev"]).settings).toEqual({
      port: 8080,
      host: "::1",
      origin: env.APP_ORIGIN,
      databaseUrl: env.DATABASE_URL,
      dataDir: join(root, "elsewhere/data"),
      smtpUrl: env.SMTP_URL,
      mailFrom: env.MAIL_FROM,
      trustProxy: true,
      example: false,
      empty: true,
      dev: true,
      projectDirectory: root,
    });
  });

  it.each(["0", "1", "65535"])("port %s is a port", (PORT) => {
    expect(readSettings({ PORT }, []).settings?.port).toBe(Number(PORT));
  });
});

describe("a setting that cannot be used gets one sentence with the way out", () => {
  it.each([
    ["PORT", "65536", "PORT=3000 npm start"],
    ["PORT", "-1", "PORT=3000 npm start"],
    ["PORT", "1e3", "PORT=3000 npm start"],
    ["PORT", "3000.5", "PORT=3000 npm start"],
    ["PORT", "٣٠٠٠", "PORT=3000 npm start"],
    ["BIND_ADDRESS", "my-computer", "127.0.0.1"],
    ["APP_ORIGIN", "portolan.example.org", "https://portolan.example.org"],
    ["APP_ORIGIN", "https://portolan.example.org/app", "without a path"],
    ["APP_ORIGIN", "https://portolan.example.org?", "without a path"],
    ["APP_ORIGIN", "https://me:secret@portolan.example.org", "without a path"],
    ["APP_ORIGIN", "ftp://portolan.example.org", "https://portolan.example.org"],
    ["DATABASE_URL", "mysql://localhost/portolan", "postgres://user:password@localhost:5432/portolan"],
    ["DATABASE_URL", "localhost", "postgres://user:password@localhost:5432/portolan"],
    ["DATABASE_URL", "postgres://localhost", "names no database"],
    ["DATA_DIR", "package.json", "is not a directory"],
    ["SMTP_URL", "mail.example.org", "smtp://user:password@mail.example.org:587"],
    ["SMTP_URL", "https://mail.example.org", "smtp://user:password@mail.example.org:587"],
    ["MAIL_FROM", "portolan", "portolan@example.org"],
    ["MAIL_FROM", "a@example.org, b@example.org", "one mail address"],
    ["MAIL_FROM", "a@example.org\r\nBcc: b@example.org", "one mail address"],
    ["TRUST_PROXY", "maybe", "either 1 or left out"],
    ["EMPTY", "2", "either 1 or left out"],
  ])("%s=%s: …%s…", (name, value, wayOut) => {
    const { problem } = readSettings({ [name]: value }, []);
    expect(problem).toContain(wayOut);
    expect(problem).toMatch(new RegExp(`^${name} .+\\.$`));
    expect(problem).not.toContain("\n");
  });

  it("mail settings go together", () => {
    expect(readSettings({ SMTP_URL: "smtp://mail.example.org" }, []).problem).toMatch(
      /^SMTP_URL is set and MAIL_FROM is not: /,
    );
  });

  it("a word after npm start that means nothing is named", () => {
    expect(readSettings({}, ["--emtpy"]).problem).toMatch(
      /^--emtpy is not something npm start knows: it takes --empty/,
    );
  });

  it("no password is repeated in a sentence", () => {
    for (const name of ["DATABASE_URL", "SMTP_URL"]) {
      expect(readSettings({ [name]: "ldap://me:secret@host/x" }, []).problem).not.toContain("secret");
    }
  });
});
