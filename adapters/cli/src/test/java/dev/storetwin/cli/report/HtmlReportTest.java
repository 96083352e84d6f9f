package dev.storetwin.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.monitor.Kpi;
import dev.storetwin.monitor.KpiScorecard;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final String HOSTILE =
            "</td></script><script>alert('1')</script>\"&amp; ]]> \u202E\u0000\uD83D \uFFFF";

    @Test
    void is_well_formed_and_tells_each_decision() throws Exception {
        var page = HtmlReport.render(SampleReport.of(60));

        var document = parsed(page);
        assertThat(elements(document, "article")).hasSize(40);
        assertThat(rows(document)).hasSize(120);
        assertThat(elements(document, "svg")).hasSize(2 * 40 + 20);
        assertThat(elements(document, "main").get(0).getTextContent()).doesNotContain("NaN", "Infinity", "Optional");
        Files.writeString(Path.of("target", "report.html"), page);
    }

    @Test
    void tells_what_binding_rules_hold_back() throws Exception {
        var document = parsed(HtmlReport.render(SampleReport.of(60)));

        var binding = elements(document, "table").stream()
                .filter(it -> it.getAttribute("class").startsWith("binding"))
                .toList();
        assertThat(binding).isNotEmpty();
        assertThat(binding)
                .extracting(Element::getTextContent)
                .anyMatch(it -> it.contains("largest price move per day"));
    }

    @Test
    void needs_nothing_from_elsewhere() {
        var page = HtmlReport.render(SampleReport.of(10));

        var links = Pattern.compile("(?:href|src|action|data)=\"([^\"]*)\"")
                .matcher(page)
                .results();
        assertThat(links.map(it -> it.group(1))).isNotEmpty().allMatch(it -> it.matches("#d\\d+"));
        assertThat(page.replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(")
                .doesNotContain("@import");
    }

    @Test
    void lets_no_script_run_but_its_own() throws Exception {
        var page = HtmlReport.render(SampleReport.of(3));
        var document = parsed(page);
        var script = elements(document, "script").get(0).getTextContent();
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8)));

        assertThat(elements(document, "script")).hasSize(1);
        assertThat(elements(document, "meta"))
                .extracting(it -> it.getAttribute("content"))
                .anyMatch(
                        it -> it.startsWith("default-src 'none';") && it.endsWith("script-src 'sha256-" + hash + "'"));
    }

    @Test
    void every_link_leads_somewhere() throws Exception {
        var document = parsed(HtmlReport.render(SampleReport.of(60)));

        var targets = elements(document, "article").stream()
                .map(it -> "#" + it.getAttribute("id"))
                .toList();
        assertThat(elements(document, "a"))
                .extracting(it -> it.getAttribute("href"))
                .containsOnlyOnceElementsOf(targets.subList(20, 40))
                .isSubsetOf(targets);
    }

    @Test
    void a_hostile_name_stays_a_name() throws Exception {
        var report = SampleReport.hostile(HOSTILE);

        var document = parsed(HtmlReport.render(report));

        var shown = HOSTILE.replaceAll("[\u0000\uD83D\uFFFF]", "\uFFFD");
        assertThat(elements(document, "script")).hasSize(1);
        assertThat(elements(document, "bdi"))
                .extracting(Element::getTextContent)
                .contains(shown, "a reason: " + shown, "rule " + shown);
        assertThat(elements(document, "h3")).extracting(Element::getTextContent).anyMatch(it -> it.contains(shown));
    }

    @Test
    void the_same_report_gives_the_same_bytes_wherever_it_is_made() {
        var before = Locale.getDefault();
        var page = HtmlReport.render(SampleReport.of(20));
        try {
            for (var tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));

                assertThat(HtmlReport.render(SampleReport.of(20)).equals(page))
                        .as(tag)
                        .isTrue();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 10)
    void the_order_of_the_decisions_does_not_matter(@ForAll Random random) {
        var decisions = new ArrayList<>(SampleReport.decisions(30));
        var page = HtmlReport.render(SampleReport.builder().decisions(decisions).build());

        Collections.shuffle(decisions, random);

        var other =
                HtmlReport.render(SampleReport.builder().decisions(decisions).build());
        assertThat(other.equals(page)).isTrue();
    }

    @Test
    void an_empty_report_says_so() throws Exception {
        var page = HtmlReport.render(SampleReport.empty());

        assertThat(parsed(page).getDocumentElement().getTextContent())
                .contains("No decision was made.")
                .contains("No rule held anything back.")
                .contains("There are none.");
    }

    @Test
    void figures_that_nobody_knows_are_unknown() throws Exception {
        var kpis = new KpiScorecard(
                SampleReport.TODAY.minusDays(7),
                SampleReport.TODAY,
                List.of(
                        new Kpi("margin", OptionalDouble.empty(), "GBP", "no cost in the data"),
                        new Kpi("pace", OptionalDouble.of(Double.NaN), "units", "")));

        var page = HtmlReport.render(SampleReport.builder().kpis(kpis).build());

        assertThat(elements(parsed(page), "span"))
                .extracting(Element::getTextContent)
                .filteredOn("unknown"::equals)
                .hasSize(2);
    }

    @Test
    void a_big_shop_stays_below_ten_megabytes() throws Exception {
        var page = HtmlReport.render(SampleReport.of(3_500));

        assertThat(page.getBytes(UTF_8).length).isLessThan(6_000_000);
        assertThat(elements(parsed(page), "article")).hasSize(40);
        assertThat(rows(parsed(page))).hasSize(7_000);
    }

    @Test
    void is_written_as_it_is_rendered() throws IOException {
        var report = SampleReport.of(2);
        var out = new StringWriter();

        HtmlReport.write(report, out);

        assertThat(out).hasToString(HtmlReport.render(report));
    }

    private static List<Element> rows(Document document) {
        var table = elements(document, "table").stream()
                .filter(it -> it.getAttribute("id").equals("rows"))
                .findFirst()
                .orElseThrow();
        var all = table.getElementsByTagName("tr");
        return IntStream.range(1, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static List<Element> elements(Document document, String name) {
        var all = document.getElementsByTagName(name);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList();
    }

    private static Document parsed(String page) throws Exception {
        assertThat(Stream.of(page.split("\n", 2)).findFirst()).contains("<!DOCTYPE html>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
