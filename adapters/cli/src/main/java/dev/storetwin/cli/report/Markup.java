package dev.storetwin.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A page in the making. Whatever is written as text or attribute is escaped and every element that is opened is closed, so that the page is
 * well-formed as HTML and as XML, whatever the names in it.
 */
public final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes come as name, value, name, value. */
    public Markup open(String name, String... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    public Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element that holds text alone. */
    public Markup leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element that holds nothing: a shape, or one of the few that HTML knows as empty. */
    public Markup empty(String name, String... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /** Our own style sheet or script. It must not hold {@code <} or {@code &}, which HTML and XML read differently there. */
    public Markup verbatim(String ours) {
        if (ours.indexOf('<') >= 0 || ours.indexOf('&') >= 0) {
            throw new IllegalArgumentException("A style sheet or script of the report must do without < and &.");
        }
        out.append(ours);
        return this;
    }

    /** The whole page. */
    public String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Elements %s are still open.".formatted(open));
        }
        return "<!DOCTYPE html>\n" + out;
    }

    private void start(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(this::escape);
    }

    private void escape(int codePoint) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isAllowed(codePoint) ? codePoint : '\uFFFD');
        }
    }

    /** What XML 1.0 allows, without the C1 controls: no page may hold anything else, not even escaped. */
    private static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || (codePoint >= 0x20 && codePoint < 0x7F)
                || (codePoint > 0x9F && codePoint < 0xD800)
                || (codePoint > 0xDFFF && codePoint < 0xFFFE)
                || codePoint > 0xFFFF;
    }
}
