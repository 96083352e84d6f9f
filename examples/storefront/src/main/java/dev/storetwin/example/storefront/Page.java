package dev.storetwin.example.storefront;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The HTML around what the shop says. Whatever comes from outside is escaped. */
final class Page {

    private static final String STYLE = """
        body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #22303c; background: #f5f6f8 }
        header { background: #1d3557; padding: .8rem 0 } nav, main { max-width: 62rem; margin: 0 auto; padding: 0 1.2rem }
        nav { display: flex; gap: 1.4rem; align-items: center; flex-wrap: wrap } nav a { color: #dbe7f3; text-decoration: none }
        nav a:hover { color: #fff } nav b { color: #fff; font-size: 1.1rem; margin-right: auto } nav form { margin: 0 }
        h1 { font-size: 1.5rem; margin: 1.6rem 0 1rem } small { color: #7a8794 }
        table, pre { width: 100%; background: #fff; border: 1px solid #e1e5ea; border-radius: 8px; box-sizing: border-box }
        table { border-collapse: collapse; border-spacing: 0 } th { text-align: left; font-weight: 600; color: #5b6875 }
        th, td { padding: .55rem .9rem; border-bottom: 1px solid #eef0f3 } tr:last-child td { border-bottom: 0 }
        td:nth-child(3), td:nth-child(4) { font-variant-numeric: tabular-nums } td form { margin: 0 }
        pre { padding: 1rem 1.2rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.55 ui-monospace, monospace }
        button { font: inherit; padding: .2rem .8rem; border: 1px solid #1d3557; border-radius: 6px; background: #fff; color: #1d3557; cursor: pointer }
        button:hover { background: #1d3557; color: #fff } .acts { display: flex; gap: .6rem; margin: 1rem 0; flex-wrap: wrap }
        """;

    private static final String FRAME = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width"><style>%s</style></head>
        <body><header><nav><b>The invented shop</b><a href="/">Shop</a><a href="/approvals">Approvals</a><a href="/rules">Rules</a>
        <a href="/audit">Audit</a>%s</nav></header><main><h1>%s</h1>%s<div class="acts">%s</div></main></body></html>
        """;

    private static final List<Act> SWITCHES =
            List.of(Act.post("/stop", "Stop the twin", Map.of()), Act.post("/release", "Let it act", Map.of()));

    private Page() {}

    static String of(Answer answer) {
        var content = answer.isHtml() ? answer.body() : "<pre>" + escaped(answer.body()) + "</pre>";
        var title = escaped(answer.title());
        return FRAME.formatted(title, STYLE, buttons(SWITCHES), title, content, buttons(answer.acts()));
    }

    private static String buttons(List<Act> acts) {
        return acts.stream().map(Page::button).collect(Collectors.joining());
    }

    static String table(String columns, CharSequence rows) {
        var head = new StringBuilder();
        for (var column : columns.split(",", -1)) {
            head.append("<th>").append(escaped(column)).append("</th>");
        }
        return "<table><tr>%s</tr>%s</table>".formatted(head, rows);
    }

    /** @param cells HTML */
    static String row(String... cells) {
        return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
    }

    static String button(Act act) {
        var hidden = new StringBuilder();
        new TreeMap<>(act.fields())
                .forEach((name, value) -> hidden.append(
                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(escaped(name), escaped(value))));
        return "<form method=\"%s\" action=\"%s\">%s<button>%s</button></form>"
                .formatted(act.method(), escaped(act.path()), hidden, escaped(act.label()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
