// While a draft is written: the machine reads it after every autosave, suggestions are put into the text with one press,
// and what could not be saved is kept on this computer until it can.
(function () {
  "use strict";
  var form = document.getElementById("draft");
  if (!form) return;
  var key = "mingbai-draft-" + form.dataset.draft, dirty = false, sending = null, leaving = false;

  function busy() {
    var field = document.activeElement;
    return field.matches("#findings input") && field.value !== "";
  }

  // nobody loses a reason half typed because the list was read anew
  document.body.addEventListener("draft-saved", function () {
    dirty = false;
    localStorage.removeItem(key);
    if (!busy()) htmx.trigger("#recheck", "check");
  });

  form.addEventListener("input", function () { dirty = true; });

  // an autosave on its way makes the form's version old; the press waits for it
  form.addEventListener("submit", function (event) {
    if (form.classList.contains("htmx-request") && !sending) {
      event.preventDefault();
      event.stopImmediatePropagation();
      sending = event.submitter;
      return;
    }
    dirty = false;
    leaving = true;
    setTimeout(function () { leaving = false; }, 15000);
  }, true);

  // what a pause in typing would ask comes too late once the form is on its way: the item may be submitted already
  document.body.addEventListener("htmx:beforeRequest", function (event) { if (leaving) event.preventDefault(); });
  window.addEventListener("pageshow", function () { leaving = false; });
  document.body.addEventListener("htmx:afterSettle", function () {
    if (!sending) return;
    var button = sending;
    sending = null;
    setTimeout(function () { form.requestSubmit(button); }, 0);
  });

  function fields() {
    return Array.from(form.querySelectorAll("input:not([type=hidden]),select,textarea")).filter(function (one) { return one.name && one.type !== "checkbox"; });
  }

  function unsent() {
    var kept = {};
    fields().forEach(function (one) {
      if (!one.multiple) kept[one.name] = one.value;
    });
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: kept }));
    var place = document.getElementById("saved");
    place.textContent = "没有连上服务器，改动暂存在这台电脑上，连上后会自动保存。";
    place.classList.add("field-error");
    setTimeout(function () { if (dirty) htmx.trigger(form, "retry"); }, 10000);
  }
  ["htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.body.addEventListener(name, function (event) { if (event.target === form) unsent(); });
  });
  document.body.addEventListener("htmx:responseError", function (event) { if (event.target === form) unsent(); });

  window.addEventListener("beforeunload", function (event) {
    if (dirty && localStorage.getItem(key)) event.preventDefault();
  });

  function restore(kept) {
    fields().forEach(function (one) {
      if (!(one.name in kept.fields) || one.multiple) return;
      one.value = kept.fields[one.name];
      if (one.hasAttribute("data-rich-text")) one.dispatchEvent(new Event("rich-text:replace"));
    });
    form.querySelector("[name=title]").dispatchEvent(new Event("input", { bubbles: true }));
  }

  var box = document.getElementById("unsent"), stored = localStorage.getItem(key);
  if (box && stored) {
    var kept = JSON.parse(stored);
    box.hidden = false;
    box.querySelector("time").textContent = new Date(kept.at).toLocaleString("zh-CN");
    box.querySelector("[data-restore]").addEventListener("click", function () { restore(kept); box.hidden = true; });
    box.querySelector("[data-forget]").addEventListener("click", function () { localStorage.removeItem(key); box.hidden = true; });
  }

  // Pictures: a file of the item is put where the cursor stands, with words for who cannot see it.
  var body = form.querySelector("textarea[data-rich-text]"), upload = document.getElementById("upload");

  function put(link) {
    var words = window.prompt("图片说明：图里有什么，给看不见图片的人听", link.dataset.alt || "");
    if (words === null) return;
    body.dispatchEvent(new CustomEvent("rich-text:picture", { detail: { src: link.dataset.picture, alt: words.trim() || link.dataset.alt } }));
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-picture]");
    if (link) put(link);
  });
  body.addEventListener("rich-text:lost", function (event) {
    var told = document.getElementById("lost-pictures");
    told.querySelector("span").textContent = event.detail.lost;
    told.hidden = false;
  });
  body.addEventListener("rich-text:files", function (event) {
    event.preventDefault();
    var sent = new FormData();
    event.detail.files.forEach(function (file) { sent.append("file", file); });
    var before = Array.from(document.querySelectorAll("#files [data-picture]")).map(function (one) { return one.dataset.picture; });
    fetch(upload.getAttribute("action"), { method: "POST", body: sent, headers: { "HX-Request": "true", "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value } })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        document.getElementById("files").outerHTML = html;
        var list = document.getElementById("files");
        htmx.process(list);
        list.querySelectorAll("[data-picture]").forEach(function (one) { if (before.indexOf(one.dataset.picture) < 0) put(one); });
      });
  });

  // 套用: the words are replaced in the text before the press goes on to the server, which only notes it
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-mend]");
    if (!button) return;
    var finding = button.closest(".finding"), words = finding.dataset.words, right = button.dataset.mend;
    var title = form.querySelector("[name=title]");
    if (finding.dataset.part === "title") {
      title.value = title.value.replace(words, function () { return right; });
      title.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    var mend = new CustomEvent("rich-text:mend", { cancelable: true, detail: { words: words, before: finding.dataset.before || "", right: right } });
    if (body.dispatchEvent(mend)) {
      event.preventDefault();
      finding.querySelector("[data-lost]").hidden = false;
    }
  }, true);
})();
