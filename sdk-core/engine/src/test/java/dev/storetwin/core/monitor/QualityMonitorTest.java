package dev.storetwin.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.quality.Inspected;
import dev.storetwin.core.state.quality.Inspection;
import dev.storetwin.core.state.quality.Precedents;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.Visit;
import dev.storetwin.monitor.HeartbeatRules;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.monitor.SourceQuality;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import dev.storetwin.state.QualityRules;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Personal;
import dev.storetwin.type.SessionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QualityMonitorTest {

    private static final Source SHOP = Source.of("shop");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final QualityMonitor monitor = new QualityMonitor(HeartbeatRules.DEFAULT, ZoneOffset.UTC);
    private final Inspection inspection = new Inspection(
            QualityRules.DEFAULT, Precedents.of(ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))));

    private static PriceChanged price(Source source, String amount, Instant at) {
        return PriceChanged.of(source, Sku.of("MUG"), Channel.of("web"), Money.of(amount, "EUR"), at);
    }

    private static PriceChanged received(PriceChanged event, Instant at) {
        return new PriceChanged(
                event.header().withReceivedAt(at),
                event.sku(),
                event.channel(),
                event.price(),
                event.compareAt(),
                event.taxMode());
    }

    private void come(TwinEvent event) {
        var inspected = inspection.inspect(event);
        Acceptance answer = inspected
                .refusal()
                .<Acceptance>map(it -> new Acceptance.Quarantined(it.defect(), it.reason()))
                .orElseGet(() -> new Acceptance.Accepted(1, Optional.empty()));
        monitor.observe(it -> event.header(), List.of(inspected), List.of(answer), NOON);
    }

    private QualityReport report() {
        return monitor.report(NOON);
    }

    private SourceQuality shop() {
        return report().source(SHOP).orElseThrow();
    }

    @Test
    void counts_what_became_of_each_source_s_events() {
        var till = Source.of("till");
        come(price(SHOP, "20", NOON));
        come(price(SHOP, "-20", NOON));
        monitor.observe(price(SHOP, "20", NOON).header(), Inspected.CLEAN, new Acceptance.Duplicate(), NOON);
        monitor.observe(price(till, "20", NOON).header(), Inspected.CLEAN, new Acceptance.Stale(), NOON);

        assertThat(report().sources()).extracting(SourceQuality::source).containsExactly(SHOP, till);
        assertThat(shop().events()).isEqualTo(3);
        assertThat(shop().accepted()).isEqualTo(1);
        assertThat(shop().duplicates()).isEqualTo(1);
        assertThat(shop().quarantined()).isEqualTo(Map.of(Defect.NEGATIVE_NUMBER, 1L));
        assertThat(report().source(till).orElseThrow().stale()).isEqualTo(1);
    }

    @Test
    void counts_what_is_odd_with_an_example_of_it() {
        come(price(SHOP, "20", NOON));
        come(price(SHOP, "21", NOON.plusSeconds(1)));

        assertThat(shop().notes()).containsEntry(Defect.UNKNOWN_SKU, 2L).containsEntry(Defect.UNKNOWN_CHANNEL, 2L);
        assertThat(shop().unknownReferences()).isEqualTo(4);
        assertThat(shop().examples().get(Defect.UNKNOWN_SKU))
                .isEqualTo(price(SHOP, "21", NOON.plusSeconds(1)).header().key());
    }

    @Test
    void tells_how_late_news_is_to_within_an_eighth() {
        for (int i = 1; i <= 1_000; i++) {
            var at = NOON.minusSeconds(100_000 + i);
            come(received(price(SHOP, "20", at), at.plusSeconds(i)));
        }

        var lateness = shop().lateness();

        assertThat(lateness.median().toSeconds()).isBetween(437L, 563L);
        assertThat(lateness.p95().toSeconds()).isBetween(831L, 1_000L);
        assertThat(lateness.p99().toSeconds()).isBetween(866L, 1_000L);
        assertThat(lateness.longest()).isEqualTo(Duration.ofSeconds(1_000));
    }

    @Test
    void tells_what_comes_after_what_happened_later() {
        come(price(SHOP, "20", NOON.minusSeconds(10)));
        come(price(SHOP, "21", NOON.minusSeconds(5)));
        come(price(SHOP, "19", NOON.minusSeconds(20)));
        come(price(SHOP, "22", NOON.minusSeconds(1)));

        assertThat(shop().outOfOrderShare()).isEqualTo(.25);
        assertThat(shop().lastOccurredAt()).contains(NOON.minusSeconds(1));
    }

    @Test
    void what_is_planned_for_next_year_does_not_hide_today_s_silence() {
        come(price(SHOP, "20", NOON.plus(Duration.ofDays(300))));

        var later = monitor.health(NOON.plus(Duration.ofHours(3))).get(0);

        assertThat(later.silence()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void the_twin_s_own_acts_are_no_source() {
        come(KillSwitchChanged.of(true, Actor.TWIN, NOON, "test"));

        assertThat(report().sources()).isEmpty();
    }

    @Test
    void sources_without_end_are_counted_together() {
        for (int i = 0; i < 1_000; i++) {
            come(price(Source.of("source-" + i), "20", NOON));
        }

        assertThat(report().sources()).hasSize(257);
        assertThat(report().source(QualityMonitor.OTHERS).orElseThrow().events())
                .isEqualTo(744);
    }

    @Test
    void the_page_reads_well_and_holds_nothing_personal() {
        var visit = new Visit(SessionId.of("visit-1"), Optional.empty(), Channel.of("web"));
        var query = Personal.of("my number is 0170 5550100 " + "x".repeat(70_000));
        come(new SearchPerformed(
                EventHeader.of(SHOP, EntityKind.SESSION, "visit-1", NOON), visit, query, OptionalInt.of(3), List.of()));
        come(price(SHOP, "20", NOON));

        assertThat(report().toMarkdown())
                .contains("| shop | 2 | 1 | 0 | 0 | 1 | 2 | 0.0 % |")
                .contains("- shop, quarantined: 1 endless text, last shop/")
                .contains("- shop, noted: 1 unknown SKU, last shop/")
                .doesNotContain("5550100");
        assertThat(report()).hasToString(report().toMarkdown());
    }

    @Test
    void the_same_as_json() throws MalformedJson {
        come(price(SHOP, "20", NOON));

        var json = QualityJson.of(report());

        assertThat(JsonDocument.parse(json.getBytes(StandardCharsets.UTF_8)).text("at"))
                .contains(NOON.toString());
        assertThat(json).contains("\"source\":\"shop\"", "\"UNKNOWN_SKU\":1", "\"status\":\"LEARNING\"");
    }
}
