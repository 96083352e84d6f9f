
(function () {
  var table = document.getElementById("rows");
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (it) { it.open = true; });
  });
  if (!table) { return; }
  var body = table.tBodies[0];
  var rows = Array.from(body.rows);
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var find = document.getElementById("find");
  var found = document.getElementById("found");
  find.parentNode.hidden = false;
  find.addEventListener("input", function () {
    var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, i) {
      var fits = words.every(function (word) { return texts[i].includes(word); });
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    found.textContent = words.length ? count.toLocaleString("en") + " of " + rows.length.toLocaleString("en") : "";
  });
  function value(row, column) {
    var text = row.cells[column].textContent;
    var number = parseFloat(text.replace(/[+,]/g, "").replace("\u2212", "-"));
    return column === 5 ? (isNaN(number) ? 0 : number) : text.toLowerCase();
  }
  Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
    var down = column === 5;
    head.tabIndex = 0;
    function sort() {
      var keyed = Array.from(body.rows).map(function (row, i) { return [value(row, column), i, row]; });
      keyed.sort(function (a, b) {
        var order = column === 5 ? a[0] - b[0] : a[0].localeCompare(b[0]);
        return (down ? -order : order) || a[1] - b[1];
      });
      keyed.forEach(function (it) { body.appendChild(it[2]); });
      Array.from(head.parentNode.cells).forEach(function (it) { it.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      down = !down;
    }
    head.addEventListener("click", sort);
    head.addEventListener("keydown", function (event) { if (event.key === "Enter") { sort(); } });
  });
})();
