const usage = `Write: npm run seed -- vienna
It makes a community with a sprint of 86 people, as large as the Wikimedia Hackathon Vienna 2017, registration open.`;

process.stdout.on("error", () => process.exit(0));
run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

/** The exit code: 0 when it is there, 1 when the database refused, 2 when the command was not understood. */
async function run([name, ...more]: string[]): Promise<number> {
  if (name === "--help" || name === "-h") {
    console.log(usage);
    return 0;
  }
  if (name === undefined) return refuse(`Which sprint?\n${usage}`, 2);
  if (name !== "vienna") return refuse(`There is no sprint called “${name}” to make, only vienna.\n${usage}`, 2);
  if (more.length > 0) return refuse(`One sprint at a time: “${more[0]}” is one too many.\n${usage}`, 2);

  const [{ seedViennaInto }, { CommandRefusal }] = await Promise.all([
    import("./seed-vienna"),
    import("./open-database"),
  ]);
  try {
    const lines = await seedViennaInto({ env: process.env, onStep: (sentence) => console.error(sentence) });
    for (const line of lines) console.log(line);
    return 0;
  } catch (error) {
    if (error instanceof CommandRefusal) return refuse(error.message, 1);
    throw error;
  }
}

function refuse(because: string, code: number): number {
  console.error(because);
  return code;
}
