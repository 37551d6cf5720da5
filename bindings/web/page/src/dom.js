// Elements. Text stays text: nothing here reads HTML.

/**
 * @param {string} name
 * @param {Record<string, any>} attributes A function is a listener of that event.
 * @param {...(Node | string | number | undefined | false)} children
 * @returns {any}
 */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  set(made, attributes);
  append(made, children);
  return made;
}

/**
 * @param {string} name
 * @param {Record<string, any>} attributes
 * @param {...Node} children
 */
function drawing(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  set(made, attributes);
  append(made, children);
  return made;
}

/**
 * @param {Element} to
 * @param {Record<string, any>} attributes
 */
function set(to, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") to.addEventListener(name, value);
    else if (value !== undefined && value !== false) to.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * @param {Element} to
 * @param {(Node | string | number | undefined | false)[]} children
 */
function append(to, children) {
  for (const child of children) {
    if (child !== undefined && child !== false) to.append(child instanceof Node ? child : String(child));
  }
}

/**
 * A value from a file. It cannot change the direction of the text around it.
 * @param {string | number} value
 */
function foreign(value) {
  return element("bdi", {}, visible(String(value)));
}

/**
 * Characters that change directions or cannot be seen are shown by number.
 * @param {string} value
 */
function visible(value) {
  const short = value.length > 2000 ? `${value.slice(0, 2000)}…` : value;
  return short.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, (found) => {
    return `<U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
  });
}

/**
 * A text of the library, which can have several lines.
 * @param {string} text
 */
function message(text) {
  return element("span", { class: "message" }, text.split("\n").map(visible).join("\n"));
}

/**
 * @param {string} id
 * @returns {any}
 */
const byId = (id) => document.getElementById(id);

export { byId, drawing, element, foreign, message, visible };
