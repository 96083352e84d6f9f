package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.event.CountBasis;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.monitor.Pulse;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.KindReport;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.SignatureCheck;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import dev.storetwin.state.QualityRules;
import dev.storetwin.state.QuarantinedEvent;
import dev.storetwin.state.Treatment;
import dev.storetwin.testing.FakeShop;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in through the doors of a twin: looked at, counted, kept apart, acknowledged. */
class TwinIntakeTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");

    @TempDir
    private Path folder;

    private QualityOptions quality = QualityOptions.DEFAULT;
    private Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    private StoreTwinBuilder inMemory() {
        return StoreTwin.builder().clock(clock).quality(quality);
    }

    private StoreTwinBuilder durable() {
        return inMemory().vault(new PlainVault()).dataDirectory(folder.resolve("twin"));
    }

    private static PriceChanged price(String amount, Instant at) {
        return PriceChanged.of(SHOP, MUG, WEB, Money.of(amount, "EUR"), at);
    }

    private static PriceChanged corrected(TwinEvent event) {
        var price = (PriceChanged) event;
        return new PriceChanged(
                price.header(),
                price.sku(),
                price.channel(),
                Money.of("20", "EUR"),
                price.compareAt(),
                price.taxMode());
    }

    @Test
    void what_cannot_be_used_waits_in_the_quarantine_and_is_taken_once_it_is_repaired() {
        try (var twin = inMemory().build()) {
            var answer = twin.accept(price("-20", NOON));

            assertThat(answer).isInstanceOfSatisfying(Acceptance.Quarantined.class, it -> assertThat(it.defect())
                    .isEqualTo(Defect.NEGATIVE_NUMBER));
            assertThat(twin.state().revision()).isZero();
            assertThat(twin.quality().source(SHOP).orElseThrow().quarantined())
                    .containsOnly(Map.entry(Defect.NEGATIVE_NUMBER, 1L));

            var replayed = twin.quarantine().replay(it -> true, TwinIntakeTest::corrected);

            assertThat(replayed.accepted()).isEqualTo(1);
            assertThat(twin.quarantine().events()).isEmpty();
            assertThat(twin.state().catalog().price(MUG, WEB, NOON))
                    .hasValueSatisfying(it -> assertThat(it.price()).isEqualTo(Money.of("20", "EUR")));
        }
    }

    @Test
    void the_quarantine_outlives_the_twin() {
        try (var twin = durable().build()) {
            twin.load(
                    Stream.of(price("-20", NOON), price("-30", NOON.plusSeconds(1)), price("20", NOON.plusSeconds(2))));
        }

        try (var again = durable().build()) {
            assertThat(again.quarantine().counts()).containsOnly(Map.entry(Defect.NEGATIVE_NUMBER, 2L));
            assertThat(again.quarantine().events())
                    .extracting(QuarantinedEvent::at)
                    .containsOnly(NOON);
            assertThat(again.state().revision()).isEqualTo(1);
        }
    }

    @Test
    void what_the_twin_holds_already_is_a_repetition_whatever_the_rules_say_now() {
        try (var lenient = durable().build()) {
            lenient.accept(price("20", NOON));
            lenient.accept(price("2000", NOON.plusSeconds(1)));
        }
        quality = quality.withRules(QualityRules.DEFAULT.treating(Defect.PRICE_LEAP, Treatment.QUARANTINE));

        try (var strict = durable().build()) {
            assertThat(strict.accept(price("2000", NOON.plusSeconds(1)))).isInstanceOf(Acceptance.Duplicate.class);
            assertThat(strict.accept(price("200000", NOON.plusSeconds(2)))).isInstanceOf(Acceptance.Quarantined.class);
        }
    }

    @Test
    void whether_a_price_leaps_does_not_depend_on_how_events_were_cut_into_batches() {
        quality = quality.withRules(QualityRules.DEFAULT.treating(Defect.PRICE_LEAP, Treatment.QUARANTINE));
        var prices = List.of(
                price("20", NOON),
                price("2000", NOON.plusSeconds(1)),
                price("21", NOON.plusSeconds(2)),
                price("2100", NOON.plusSeconds(3)));
        try (var together = inMemory().build();
                var alone = inMemory().build()) {
            var report = together.load(prices.stream());
            prices.forEach(alone::accept);

            assertThat(report.quarantined()).containsOnly(Map.entry(Defect.PRICE_LEAP, 2L));
            assertThat(alone.quarantine().counts())
                    .isEqualTo(together.quarantine().counts());
            assertThat(alone.state().catalog().price(MUG, WEB, NOON.plusSeconds(9)))
                    .isEqualTo(together.state().catalog().price(MUG, WEB, NOON.plusSeconds(9)));
        }
    }

    @Test
    void a_source_that_falls_silent_is_missed_also_after_a_restart() {
        int minutes = 4 * 7 * 24 * 60;
        clock = Clock.fixed(NOON.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
        try (var twin = durable().build()) {
            twin.load(IntStream.range(0, minutes)
                    .mapToObj(it -> StockCounted.of(
                            SHOP, MUG, LEIPZIG, Quantity.of(it % 50), NOON.plus(Duration.ofMinutes(it)))));
            assertThat(twin.quality().source(SHOP).orElseThrow().health().pulse())
                    .isEqualTo(Pulse.STEADY);
        }
        clock = Clock.offset(clock, Duration.ofHours(3));

        try (var again = durable().build()) {
            var health = again.quality().source(SHOP).orElseThrow().health();

            assertThat(health.pulse()).isEqualTo(Pulse.SILENT);
            assertThat(health.words()).contains("no events for 181 minutes");
        }
    }

    private static PlatformMessage message(String body) {
        return PlatformMessage.of(Map.of(), body.getBytes(StandardCharsets.UTF_8), NOON);
    }

    private static final PayloadTranslator COUNTS = message -> new Translation.Translated(List.of(StockCounted.of(
            SHOP,
            MUG,
            LEIPZIG,
            Quantity.of(Integer.parseInt(new String(message.body(), StandardCharsets.UTF_8))),
            message.receivedAt())));

    @Test
    void a_webhook_is_acknowledged_and_applied() {
        try (var twin = durable().build();
                var inbox = twin.platforms().inbox(SHOP, COUNTS, it -> new SignatureCheck.Verified())) {
            var receipt = inbox.receive(message("7")).toCompletableFuture().join();

            assertThat(receipt).isInstanceOf(Receipt.Kept.class);
            while (inbox.status().applied() < 1) {
                Thread.onSpinWait();
            }
            assertThat(twin.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(7));
        }
    }

    @Test
    void an_inbox_is_closed_with_its_twin_and_applies_what_it_kept_when_it_is_opened_again() {
        try (var twin = durable().build()) {
            var stuck =
                    twin.platforms().inbox(SHOP, it -> new Translation.Quarantined("Expected another adapter.", "$"));
            stuck.receive(message("7")).toCompletableFuture().join();
            while (stuck.parked().isEmpty()) {
                Thread.onSpinWait();
            }
        }

        try (var again = durable().build();
                var inbox = again.platforms().inbox(SHOP, COUNTS)) {
            assertThat(inbox.parked()).hasSize(1);
            inbox.retry(inbox.parked().get(0).number(), it -> it)
                    .toCompletableFuture()
                    .join();
            while (inbox.status().applied() < 1) {
                Thread.onSpinWait();
            }
            assertThat(again.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(7));
        }
    }

    @Test
    void a_platform_has_one_inbox_at_a_time() {
        try (var twin = durable().build()) {
            var first = twin.platforms().inbox(SHOP, COUNTS);

            assertThatThrownBy(() -> twin.platforms().inbox(SHOP, COUNTS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inbox of test is open already")
                    .hasMessageContaining("Maybe");
            assertThat(receive(first, "7").isKept()).isTrue();

            first.close();
            assertThat(receive(twin.platforms().inbox(SHOP, COUNTS), "8").isKept())
                    .isTrue();
        }
    }

    private static Receipt receive(Inbox inbox, String body) {
        return inbox.receive(message(body)).toCompletableFuture().join();
    }

    @Test
    void an_inbox_that_could_not_be_opened_does_not_stand_in_the_way_of_the_next() throws IOException {
        var blocked = folder.resolve("twin").resolve("inbox");
        try (var twin = durable().build()) {
            Files.writeString(blocked, "a file where a directory should be");
            assertThatThrownBy(() -> twin.platforms().inbox(SHOP, COUNTS)).isInstanceOf(UncheckedIOException.class);

            Files.delete(blocked);

            assertThat(receive(twin.platforms().inbox(SHOP, COUNTS), "7").isKept())
                    .isTrue();
        }
    }

    @Test
    void platforms_whose_names_differ_only_in_case_or_in_half_a_character_share_nothing() {
        var names = List.of("shop", "Shop", "SHOP", "../shop", "shop\ud800", "shop\ud801", "shop?");
        PayloadTranslator none = message -> new Translation.Quarantined("Expected another adapter.", "$");
        try (var twin = durable().build()) {
            names.forEach(it -> receive(twin.platforms().inbox(Source.of(it), none), "7"));
        }

        try (var again = durable().build()) {
            for (var name : names) {
                var status = again.platforms().inbox(Source.of(name), none).status();
                assertThat(status.waiting() + status.parked()).as(name).isEqualTo(1);
            }
        }
    }

    @Test
    void a_closed_twin_opens_nothing_for_a_platform_and_says_why() {
        var shop = FakeShop.openedAt(NOON).sells(MUG, WEB, Money.of("20", "EUR"));
        clock = shop.clock();
        var twin = durable().build();
        var reconciliation = twin.platforms().reconciliation(shop.lists());
        twin.close();

        assertThatThrownBy(() -> twin.platforms().inbox(SHOP, COUNTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("An inbox of test")
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> twin.platforms().reconciliation(shop.lists()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(reconciliation.runWhole().kinds())
                .allSatisfy(it -> assertThat(it.status()).isNotEqualTo(KindReport.Status.COMPLETE));
        assertThat(folder.resolve("twin").resolve("reconciliation")).isEmptyDirectory();
    }

    @Test
    void reconciliations_of_one_platform_go_on_where_any_of_them_stopped() {
        var shop =
                FakeShop.openedAt(NOON).sells(MUG, WEB, Money.of("20", "EUR")).stocks(MUG, LEIPZIG, 5);
        clock = shop.clock();
        for (var builder : List.of(inMemory(), durable())) {
            try (var twin = builder.build()) {
                var other = twin.platforms().reconciliation(shop.lists());
                twin.platforms().reconciliation(shop.lists()).runWhole();

                assertThat(other.nextDue()).isAfter(shop.now());
                assertThat(twin.platforms().reconciliation(shop.lists()).nextDue())
                        .isEqualTo(other.nextDue());
            }
        }
    }

    @Test
    void a_delivery_that_comes_again_with_another_body_says_the_same_in_either_order() {
        PayloadTranslator byDelivery = message -> new Translation.Translated(List.of(new StockCounted(
                EventHeader.of(
                        SHOP,
                        message.header("Delivery").orElseThrow(),
                        new Entity(EntityKind.STOCK, MUG + "@" + LEIPZIG),
                        message.receivedAt()),
                MUG,
                LEIPZIG,
                StockKind.SELLABLE,
                CountBasis.ON_HAND,
                Quantity.of(message.body().length))));

        var there = heard(byDelivery, "there", List.of("one", "another"));
        var back = heard(byDelivery, "back", List.of("another", "one", "another"));

        assertThat(there).isEqualTo(back);
    }

    /** Units on hand after these deliveries of one id. */
    private Quantity heard(PayloadTranslator translator, String place, List<String> bodies) {
        try (var twin = durable().dataDirectory(folder.resolve(place)).build();
                var inbox = twin.platforms().inbox(SHOP, translator)) {
            for (var body : bodies) {
                inbox.receive(PlatformMessage.of(
                                Map.of("Delivery", "d-1"), body.getBytes(StandardCharsets.UTF_8), NOON))
                        .toCompletableFuture()
                        .join();
            }
            while (inbox.status().applied() < bodies.size()) {
                Thread.onSpinWait();
            }
            return twin.state().stock().level(MUG, LEIPZIG).onHand();
        }
    }

    @Test
    void a_twin_in_memory_has_no_inbox_and_says_why() {
        try (var twin = inMemory().build()) {
            assertThatThrownBy(() -> twin.platforms().inbox(SHOP, COUNTS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("data directory");
        }
    }

    @Test
    void tokens_are_keyed_where_there_are_keys() {
        try (var durable = durable().build();
                var open = inMemory().build()) {
            var keyed = durable.platforms().tokens().token(SHOP, "4711");

            assertThat(keyed).isPresent().isEqualTo(durable.platforms().tokens().token(SHOP, "4711"));
            assertThat(open.platforms().tokens().token(SHOP, "4711"))
                    .isPresent()
                    .isNotEqualTo(keyed);
        }
    }

    @Test
    void a_platform_is_reconciled_from_where_the_last_life_ended() {
        var shop =
                FakeShop.openedAt(NOON).sells(MUG, WEB, Money.of("20", "EUR")).stocks(MUG, LEIPZIG, 5);
        clock = shop.clock();
        Instant due;
        try (var twin = durable().build()) {
            var reconciliation = twin.platforms().reconciliation(shop.lists());

            var report = reconciliation.runWhole();

            assertThat(report.kinds()).allSatisfy(it -> assertThat(it.status()).isEqualTo(KindReport.Status.COMPLETE));
            assertThat(twin.state().stock().level(MUG, LEIPZIG).onHand()).isEqualTo(Quantity.of(5));
            due = reconciliation.nextDue();
        }

        try (var again = durable().build()) {
            assertThat(again.platforms().reconciliation(shop.lists()).nextDue())
                    .isEqualTo(due)
                    .isAfter(shop.now());
        }
    }
}
