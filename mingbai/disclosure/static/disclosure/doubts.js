// Findings beside the text: their words are underlined in it, a click on one shows the place. Works on the editor and on
// the reviewer's text alike; where the browser cannot underline without changing the text, only the click remains.
(function () {
  "use strict";
  var BLOCKS = "p,h2,h3,h4,td,th,li,blockquote,pre";

  function textOf() { return document.querySelector("#draft .ProseMirror") || document.getElementById("document"); }

  // The text nodes of a block that are not in a block inside of it, with their places in its words.
  function pieces(block) {
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), found = [], at = 0, node;
    while ((node = walker.nextNode())) {
      if (node.parentElement.closest(BLOCKS) !== block) continue;
      found.push({ node: node, at: at });
      at += node.data.length;
    }
    return found;
  }

  function place(parts, offset, ending) {
    for (var i = parts.length - 1; i >= 0; i--) {
      if (parts[i].at < offset || (parts[i].at === offset && !(ending && i > 0))) return [parts[i].node, offset - parts[i].at];
    }
    return null;
  }

  // Words after the words that stand before them; the first place of the words where the text around them has changed.
  function rangeOf(root, words, before) {
    var line = words.split(/[\n\t]/).find(function (one) { return one.trim(); }), first = null;
    if (!line) return null;
    for (var block of root.querySelectorAll(BLOCKS)) {
      var parts = pieces(block);
      var text = parts.map(function (one) { return one.node.data; }).join("").replace(/\u00a0/g, " ");
      for (var at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
        var exact = text.slice(0, at).endsWith(before.split("\t").pop());
        if (!exact && first) continue;
        var from = place(parts, at, false), to = place(parts, at + line.length, true), range = document.createRange();
        if (!from || !to) continue;
        range.setStart(from[0], from[1]); range.setEnd(to[0], to[1]);
        if (exact) return range;
        first = range;
      }
    }
    return first;
  }

  function shownRange(finding, root) {
    var words = finding.dataset.words;
    return root && words && finding.dataset.part !== "title" ? rangeOf(root, words, finding.dataset.before || "") : null;
  }

  function underline() {
    if (!window.CSS || !CSS.highlights || !window.Highlight) return;
    var root = textOf(), ranges = { error: [], warning: [], info: [] };
    document.querySelectorAll("#findings .finding:not(.settled)").forEach(function (finding) {
      if (finding.closest("details.weak:not([open])")) return;
      var range = shownRange(finding, root);
      if (range) ranges[finding.dataset.severity].push(range);
    });
    Object.keys(ranges).forEach(function (name) { CSS.highlights.set("doubt-" + name, new Highlight(...ranges[name])); });
  }

  var waiting = 0;
  function later() { clearTimeout(waiting); waiting = setTimeout(underline, 150); }

  function show(finding) {
    document.querySelectorAll(".finding.shown").forEach(function (one) { one.classList.remove("shown"); });
    finding.classList.add("shown");
    if (finding.dataset.part === "title") {
      var title = document.getElementById("id_title");
      if (title) { title.focus(); var at = title.value.indexOf(finding.dataset.words); if (at >= 0) title.setSelectionRange(at, at + finding.dataset.words.length); }
      return;
    }
    var range = shownRange(finding, textOf());
    if (!range) return;
    if (window.CSS && CSS.highlights && window.Highlight) CSS.highlights.set("doubt-shown", new Highlight(range));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", function (event) {
    var finding = event.target.closest && event.target.closest(".finding:not([data-failed])");
    if (finding && !event.target.closest("form,summary,a")) show(finding);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches(".finding")) show(event.target);
  });
  // Weak doubts stay open or closed when the list comes anew.
  var open = false;
  document.addEventListener("toggle", function (event) {
    if (!event.target.matches("details.weak")) return;
    open = event.target.open;
    later();
  }, true);
  document.addEventListener("htmx:afterSwap", function () {
    var weak = document.querySelector("#findings details.weak");
    if (weak && open) weak.open = true;
  });
  document.addEventListener("input", later);
  document.addEventListener("htmx:afterSwap", later);
  window.addEventListener("load", later);
})();
