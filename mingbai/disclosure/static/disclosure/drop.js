// Files and folders chosen or dropped on the import page go up in slices, with a bar; what is sent is worked off at once.
// If the line breaks, the same files chosen again go on where it stopped: the server knows what it has.
(function () {
  "use strict";
  var form = document.getElementById("import"), field = document.getElementById("files"), folder = document.getElementById("folder");
  if (!form || !window.fetch || !window.DataTransfer) return;
  var MOST_FILES = 20, MOST_BYTES = 20 * 1048576, JUNK = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i;
  var files = [];
  document.querySelectorAll("[data-with-script]").forEach(function (one) { one.hidden = false; });
  field.required = false;

  function say(text) { document.getElementById("chosen").textContent = text; }

  function take(list) {
    var all = Array.from(list);
    files = all.filter(function (file) { return !JUNK.test(file.name); });
    var megabytes = files.reduce(function (sum, file) { return sum + file.size; }, 0) / 1048576, left = all.length - files.length;
    say(files.length ? "已选 " + files.length + " 个文件，共 " + megabytes.toFixed(1) + " MB" + (left ? "，略过系统文件 " + left + " 个" : "") : "没有选到文件");
  }

  field.addEventListener("change", function () { take(field.files); });
  folder.addEventListener("change", function () { take(folder.files); });

  function read(entry) {
    if (entry.isFile) return new Promise(function (done) { entry.file(function (file) { done([file]); }, function () { done([]); }); });
    var reader = entry.createReader(), found = [];
    return new Promise(function (done) {
      (function more() {
        reader.readEntries(function (entries) {
          if (!entries.length) { Promise.all(found.map(read)).then(function (lists) { done(lists.flat()); }); return; }
          found = found.concat(Array.from(entries));
          more();
        }, function () { done([]); });
      })();
    });
  }

  document.querySelectorAll("[data-drop]").forEach(function (box) {
    ["dragover", "dragleave", "drop"].forEach(function (name) {
      box.addEventListener(name, function (event) {
        event.preventDefault();
        box.classList.toggle("over", name === "dragover");
        if (name !== "drop") return;
        var entries = Array.from(event.dataTransfer.items || []).map(function (item) { return item.webkitGetAsEntry && item.webkitGetAsEntry(); }).filter(Boolean);
        if (entries.length) Promise.all(entries.map(read)).then(function (lists) { take(lists.flat()); });
        else take(event.dataTransfer.files);
      });
    });
  });

  function slices() {
    var all = [], now = [], bytes = 0;
    files.forEach(function (file) {
      if (now.length && (now.length >= MOST_FILES || bytes + file.size > MOST_BYTES)) { all.push(now); now = []; bytes = 0; }
      now.push(file);
      bytes += file.size;
    });
    return all.concat([now]);
  }

  function send(slice, batch) {
    var data = new FormData(form);
    data.delete("files");
    if (batch) data.set("batch", batch);
    slice.forEach(function (file) { data.append("files", file, file.name); });
    return fetch(form.action, { method: "POST", body: data, headers: { "X-Slice": "1" } }).then(function (answer) {
      return answer.json().then(function (told) {
        if (!answer.ok) throw new Error(told.problem);
        return told;
      }, function () {
        // not from the import page itself: a proxy before it that takes less than a slice, or a session that ended
        throw new Error(answer.status === 413 ? "「" + slice[0].name + "」太大，服务器没有收下。请压缩或拆分后再传。" : "服务器没有收下「" + slice[0].name + "」。请刷新页面后再试。");
      });
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (!files.length) { say("请先选择文件或文件夹。"); return; }
    var all = slices(), button = form.querySelector("[data-primary]"), sent = 0, batch = null, refused = [];
    button.disabled = true;
    document.getElementById("sending").hidden = false;
    function progress(text) {
      document.getElementById("sent").textContent = text || "正在上传，" + sent + " / " + files.length + " 个文件。请不要关闭页面。";
      document.getElementById("sent-bar").value = sent / files.length;
    }
    progress();
    all.reduce(function (before, slice) {
      return before.then(function () {
        return send(slice, batch).then(function (told) { batch = batch || told.batch; }, function (problem) {
          // a slice that is refused as a whole is said at the end and does not stop the others; a broken line does
          if (problem instanceof TypeError) throw problem;
          refused.push(problem.message);
        });
      }).then(function () { sent += slice.length; progress(); });
    }, Promise.resolve()).then(function () {
      if (batch) window.location = form.dataset.batches.replace("/0/", "/" + batch + "/");
      else { progress(refused.join(" ") || "没有可以导入的文件。"); button.disabled = false; }
    }, function () {
      progress("连接中断了，已传 " + sent + " 个。网络恢复后再按一次「开始导入」，已传的不会重复。");
      button.disabled = false;
    });
  });
})();
