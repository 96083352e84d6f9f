package dev.storetwin.cli.report;

import java.io.IOException;
import java.io.Writer;

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
        var page = Page.lively(report.title() + ", " + report.shop());
        var out = page.out();
        OverviewSection.write(report, out);
        GuardrailSection.write(report, out);
        InputSection.write(report, out);
        DetailSection.write(report, out);
        TableSection.write(report, out);
        ReadingSection.write(report, out);
        return page.finished();
    }
}
