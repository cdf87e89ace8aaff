/** The reader's own date and hour, as the device shows them: 2027-05-11T14:05. */
export function localTime() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
