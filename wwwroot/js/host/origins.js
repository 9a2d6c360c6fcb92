/**
 * The origin of an absolute http(s) address, null for anything else. The value may be a full URL, so it is always
 * normalised: comparing an origin with a full URL never succeeds.
 * @param {unknown} url
 * @returns {string | null}
 */
export function httpOrigin(url) {
  if (typeof url !== "string" || !URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}

/**
 * A message as the protocol knows it: an object with a `type`. Widgets also emit other libraries' traffic.
 * @param {unknown} data
 * @returns {data is { type: string, [key: string]: unknown }}
 */
export function isMessage(data) {
  return (
    typeof data === "object" && data !== null && !Array.isArray(data) &&
    "type" in data && typeof data.type === "string" && data.type !== ""
  );
}

/**
 * Where the widget's next document will be, if the message announces it: SET_WIDGET_URL with `iFrameUrl` at the top
 * level. The form with `data` asks the host to load the address, which is the server's to decide.
 * @param {{ type: string, [key: string]: unknown }} message
 * @returns {string | null}
 */
export function announcedOrigin(message) {
  if (message.type !== "SET_WIDGET_URL") return null;
  const { data } = message;
  if (typeof data === "object" && data !== null && "iFrameUrl" in data) return null;
  return httpOrigin(message["iFrameUrl"]);
}
