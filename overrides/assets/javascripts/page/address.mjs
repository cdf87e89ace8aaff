/** The address of the site's root, whatever path it is served under. */
export const ROOT = new URL("../../../", import.meta.url);

/**
 * Returns the address of a handbook page, given as its source path, such as `anatomy.md#thanks`.
 * @param {string} source
 */
export function pageAddress(source) {
  const [path = "", anchor = ""] = source.split("#");
  const folder = path.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/");
  return new URL(folder + (anchor && `#${anchor}`), ROOT).href;
}
