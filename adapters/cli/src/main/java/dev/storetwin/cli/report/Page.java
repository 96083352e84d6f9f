package dev.storetwin.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frame of every page that we write: self-contained, in our style, and closed to any script that is not ours. */
public final class Page {

    private final Markup out = new Markup();
    private final String script;

    private Page(String script) {
        this.script = script;
    }

    /** A page that needs no script; what comes next goes into its main part. */
    public static Page still(String title) {
        return new Page("").begin(title);
    }

    /** A page whose tables can be searched and sorted. */
    static Page lively(String title) {
        return new Page(resource("report.js")).begin(title);
    }

    private Page begin(String title) {
        out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        out.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .leaf("title", title)
                .open("style")
                .verbatim(resource("report.css"))
                .close()
                .closeLine();
        out.open("body").open("main");
        return this;
    }

    public Markup out() {
        return out;
    }

    /** The whole page. */
    public String finished() {
        out.closeLine();
        if (!script.isEmpty()) {
            out.open("script").verbatim(script).close();
        }
        return out.close().closeLine().finished();
    }

    private String policy() {
        var closed = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; script-src ";
        return closed
                + (script.isEmpty()
                        ? "'none'"
                        : "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(sha256(script))));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    private static String resource(String name) {
        try (var in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "%s is not beside the report's classes.\nMaybe it was left out of the jar.".formatted(name));
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read.".formatted(name), unreadable);
        }
    }
}
