// What Google's translator does to a page: each text node is replaced by <font><font>text</font></font>, again after every change.
// Guillemets mark what was translated, so that it can be told from what was not.

/** @type {any} */ (globalThis).translatePage = () => {
  const isKept = (/** @type {Text} */ text) => {
    const parent = text.parentElement;
    return (
      !parent ||
      !text.data.trim() ||
      parent.closest("font, noscript, script, style, textarea, svg, [translate=no]")
    );
  };
  const replace = (/** @type {Node|null} */ root) => {
    if (!root) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    /** @type {Node[]} */
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!(text instanceof Text) || isKept(text)) continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.append(`«${text.data}»`);
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  replace(document.body);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData" && target.isConnected) replace(target.parentElement);
      for (const node of addedNodes) if (node.isConnected) replace(node.parentElement);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
};
