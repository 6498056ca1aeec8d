// Titles and words while typing. Without script the box works all the same.
document.querySelectorAll('input[name="q"]').forEach(function (box) {
  var list = document.createElement("datalist"), timer = 0, last = "";
  list.id = box.id + "-words";
  box.after(list);
  box.setAttribute("list", list.id);
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      var typed = box.value.trim();
      if (!typed || typed === last) return;
      last = typed;
      fetch("/search/suggest/?q=" + encodeURIComponent(typed)).then(function (answer) { return answer.json(); }).then(function (found) {
        if (box.value.trim() !== typed) return;
        list.replaceChildren.apply(list, found.items.map(function (text) {
          var option = document.createElement("option");
          option.value = text;
          return option;
        }));
      }).catch(function () {});
    }, 180);
  });
});
