package dev.storetwin.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A {@link Report} as one HTML file that needs nothing else: no network, and no script to be read. The same report gives the same bytes.
 *
 * <p>The page is well-formed XML, its policy allows no script but ours, and whatever comes from the shop is escaped.
 */
public final class HtmlReport {

    private HtmlReport() {}

    public static void write(Report report, Writer to) throws IOException {
        to.write(render(report));
    }

    public static String render(Report report) {
        var out = new Markup();
        out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml");
        head(report, out);
        out.open("body").open("main");
        OverviewSection.write(report, out);
        GuardrailSection.write(report, out);
        InputSection.write(report, out);
        DetailSection.write(report, out);
        TableSection.write(report, out);
        ReadingSection.write(report, out);
        out.closeLine();
        out.open("script").verbatim(resource("report.js")).close();
        return out.close().closeLine().finished();
    }

    private static void head(Report report, Markup out) {
        out.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .leaf("title", report.title() + ", " + report.shop())
                .open("style")
                .verbatim(resource("report.css"))
                .close()
                .closeLine();
    }

    private static String policy() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; script-src 'sha256-%s'"
                .formatted(Base64.getEncoder().encodeToString(sha256(resource("report.js"))));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    private static String resource(String name) {
        try (var in = HtmlReport.class.getResourceAsStream(name)) {
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
