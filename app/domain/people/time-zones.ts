/** Zones that JavaScript lists under a name IANA has given up (CLDR keeps the first it knew): the name people look for. */
const renamed: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** The IANA zones somebody can choose to read times in: UTC first, then by name. */
export const timeZones: readonly string[] = [
  "UTC",
  ...[...new Set(Intl.supportedValuesOf("timeZone").map((zone) => renamed[zone] ?? zone))]
    .filter((zone) => zone !== "UTC")
    .sort(),
];

const byFoldedName = new Map(timeZones.map((zone) => [zone.toLowerCase(), zone]));

/**
 * An IANA zone as people write it, in any case, or null when there is none of that name. Names that IANA has replaced are
 * known too; offsets are not, because they know no daylight saving.
 */
export function readTimeZone(text: string): string | null {
  const name = text.trim().replaceAll(" ", "_");
  const listed = byFoldedName.get(name.toLowerCase());
  if (listed) return listed;
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,49}$/.test(name)) return null;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

/** The sentence about a zone that does not exist, with the one that was probably meant. */
export function unknownZone(text: string): string {
  const said = text.trim().slice(0, 50);
  const place = said.split("/").at(-1)?.replaceAll(" ", "_").toLowerCase();
  const meant = timeZones.find((zone) => zone.split("/").at(-1)?.toLowerCase() === place);
  return `There is no time zone “${said}”. Use ${meant ?? "a name such as Europe/Madrid"}.`;
}
