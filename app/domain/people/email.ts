/** An e-mail address as it is compared and stored: two spellings that differ in case alone reach one person. */
export const foldEmail = (email: string): string => email.trim().normalize("NFC").toLowerCase();
