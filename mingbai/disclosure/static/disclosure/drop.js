// Files dropped on the box go into its file field.
(function () {
  "use strict";
  document.querySelectorAll("[data-drop]").forEach(function (box) {
    var field = document.getElementById(box.dataset.drop);
    ["dragover", "dragleave", "drop"].forEach(function (name) {
      box.addEventListener(name, function (event) {
        event.preventDefault();
        box.classList.toggle("over", name === "dragover");
        if (name === "drop" && event.dataTransfer.files.length) field.files = event.dataTransfer.files;
      });
    });
  });
})();
