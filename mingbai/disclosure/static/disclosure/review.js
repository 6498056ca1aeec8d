// A agrees and R starts a return while nobody is typing; a finding that is right writes its line into the return.
(function () {
  "use strict";
  var bar = document.querySelector("form.verdict-bar");
  if (!bar) return;
  var opinion = bar.querySelector("[name=opinion]"), more = bar.querySelector("details");

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input,textarea,select")) return;
    var key = event.key.toLowerCase();
    if (key === "a") { event.preventDefault(); bar.querySelector('button[value="approve"]').click(); }
    if (key === "r") {
      event.preventDefault();
      more.open = true;
      if (opinion.value.trim()) bar.querySelector('button[value="return"]').focus(); else opinion.focus();
    }
  });

  function added(field, line, between) {
    if (field.value.includes(line)) return;
    field.value = field.value.trim() ? field.value.trim() + between + line : line;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-into-return]");
    if (!button) return;
    more.open = true;
    added(bar.querySelector("[name=place]"), "「" + button.dataset.quote.slice(0, 30) + "」", "、");
    added(bar.querySelector("[name=proposed_change]"), button.dataset.proposal, "\n");
    if (!opinion.value.trim()) opinion.value = "有几处要改，见下面的位置和建议。";
  });
})();
