// Small conveniences of the desk. Everything works without them.
(function () {
  "use strict";

  // Ctrl+Enter presses the form's primary button.
  document.addEventListener("keydown", function (event) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
    var form = event.target.closest && event.target.closest("form");
    var primary = form && form.querySelector("[data-primary]");
    if (primary) { event.preventDefault(); primary.click(); }
  });

  // A row opens on Enter and on click anywhere but on its links and fields.
  document.addEventListener("click", function (event) {
    var row = event.target.closest("tr[data-href]");
    if (row && !event.target.closest("a,button,input,label,select,summary")) window.location = row.dataset.href;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches("tr[data-href]")) window.location = event.target.dataset.href;
  });

  // Bulk acts appear when rows are chosen.
  document.addEventListener("change", function (event) {
    if (!event.target.matches("input[data-choose],input[data-choose-all]")) return;
    var form = event.target.closest("form");
    if (event.target.matches("[data-choose-all]")) {
      form.querySelectorAll("input[data-choose]").forEach(function (box) { box.checked = event.target.checked; });
    }
    var chosen = form.querySelectorAll("input[data-choose]:checked").length;
    form.querySelectorAll("[data-bulk]").forEach(function (bar) { bar.hidden = chosen === 0; });
    form.querySelectorAll("[data-chosen]").forEach(function (place) { place.textContent = chosen; });
  });

  // Refused requests show their sentence instead of doing nothing.
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.status < 500) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });

  // Filters apply themselves where a form asks for it.
  document.addEventListener("change", function (event) {
    if (event.target.form && event.target.form.matches("[data-auto]") && event.target.matches("select")) event.target.form.requestSubmit();
  });

  var errors = document.getElementById("form-errors");
  if (errors) errors.focus();
})();
