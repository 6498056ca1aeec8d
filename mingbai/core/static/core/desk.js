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

  // On a phone a row of a table becomes a card, each cell with the name of its column. The roles keep it a table.
  function cards(root) {
    root.querySelectorAll("table.list:not(.matrix):not(.wide)").forEach(function (table) {
      if (!table.tHead || !table.tHead.rows.length) return;
      var heads = Array.from(table.tHead.rows[0].cells);
      table.classList.add("cards");
      table.setAttribute("role", "table");
      heads.forEach(function (head) { head.setAttribute("role", "columnheader"); });
      table.querySelectorAll("tr").forEach(function (row) { row.setAttribute("role", "row"); });
      Array.from(table.tBodies).forEach(function (body) {
        Array.from(body.rows).forEach(function (row) {
          var led = false;
          Array.from(row.cells).forEach(function (cell, index) {
            var text = cell.textContent.trim(), field = cell.querySelector("input,select,textarea,button");
            cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
            if (cell.colSpan > 1 || !heads[index]) return;
            if (cell.querySelector("input[data-choose]") && !text) { cell.classList.add("choose"); return; }
            if (!text && !field) { cell.classList.add("void"); return; }
            var label = heads[index].textContent.replace(/[↑↓]/g, "").trim();
            if (label) cell.dataset.label = label;
            if (!led && !row.querySelector("td.title") && !field) { cell.classList.add("lead"); led = true; }
          });
        });
      });
    });
  }
  cards(document);
  document.addEventListener("htmx:afterSwap", function (event) { cards(event.target.parentElement || document); });

  // A file above the limit is said at once, before minutes of sending.
  document.addEventListener("change", function (event) {
    var field = event.target, most = Number(field.dataset && field.dataset.mostMb);
    if (field.type !== "file" || !most) return;
    var large = Array.from(field.files).find(function (file) { return file.size > most * 1048576; });
    field.setCustomValidity(large ? "「" + large.name + "」有 " + Math.round(large.size / 1048576) + " MB，超过 " + most + " MB 的上限。请压缩图片或拆分后再传。" : "");
    if (large) field.reportValidity();
  });

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.classList.contains("is-sent")) { event.preventDefault(); return; }
    form.classList.add("is-sent");
    setTimeout(function () { form.classList.remove("is-sent"); }, 15000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form.is-sent").forEach(function (form) { form.classList.remove("is-sent"); });
  });

  var errors = document.getElementById("form-errors");
  if (errors) errors.focus();
})();
