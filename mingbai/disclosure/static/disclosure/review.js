// A and R press the verdict's buttons while nobody is typing; a click on a finding shows its words in the text.
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input,textarea,select")) return;
    var value = { a: "approve", r: "return" }[event.key.toLowerCase()];
    var button = value && document.querySelector('.verdict-bar button[value="' + value + '"]');
    if (button) { event.preventDefault(); button.focus(); if (value === "approve") button.click(); }
  });

  var text = document.getElementById("document");
  document.addEventListener("click", function (event) {
    var quote = event.target.closest(".finding") && event.target.closest(".finding").querySelector("q");
    if (!quote || !text) return;
    text.querySelectorAll("[data-focus]").forEach(function (one) { one.removeAttribute("data-focus"); });
    var words = quote.textContent.replace(/…$/, "").replace(/^…/, "");
    var block = Array.from(text.querySelectorAll("p,h2,h3,h4,td,th,li")).find(function (one) { return one.textContent.includes(words); });
    if (block) { block.setAttribute("data-focus", ""); block.scrollIntoView({ block: "center" }); }
  });
})();
